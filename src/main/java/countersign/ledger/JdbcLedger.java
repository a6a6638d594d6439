package countersign.ledger;

import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Ledger} in PostgreSQL. Stateless, thread-safe. */
final class JdbcLedger implements Ledger {
  private final JdbcClient jdbc;

  JdbcLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static JdbcLedger on(DataSource database) {
    return new JdbcLedger(JdbcClient.create(database));
  }

  @Override
  public EventRef record(Event event) {
    return jdbc.sql(
            """
            with recorded as (
              insert into event (subject, verb, at, bytes) values (?, ?, ?, ?) returning id)
            insert into pending_event (event_id) select id from recorded returning event_id
            """)
        .params(
            event.subject(),
            event.verb().storedName(),
            event.at().atOffset(ZoneOffset.UTC),
            event.canonical())
        .query((row, number) -> new EventRef(row.getLong("event_id")))
        .single();
  }
}
