package countersign.monitoring;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the {@link LedgerLag}. Thread-safe. */
final class JdbcLedgerLag {
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcLedgerLag(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  LedgerLag read() {
    return jdbc.sql(
            """
            select count(*) as events, min(at) as oldest from pending_event join event on event.id = pending_event.event_id
            """)
        .query(
            (row, number) -> {
              var oldest = row.getTimestamp("oldest");
              Duration age =
                  oldest == null
                      ? Duration.ZERO
                      : Duration.between(oldest.toInstant(), clock.instant());
              return new LedgerLag(row.getLong("events"), age.isNegative() ? Duration.ZERO : age);
            })
        .single();
  }
}
