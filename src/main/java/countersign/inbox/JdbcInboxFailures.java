package countersign.inbox;

import countersign.lifecycle.Lifecycle;
import countersign.request.Actor;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Implements {@link InboxFailures} with rows of {@code inbox_failure}. Stateless. */
final class JdbcInboxFailures implements InboxFailures {
  private final Lifecycle lifecycle;
  private final JdbcClient jdbc;

  JdbcInboxFailures(Lifecycle lifecycle, JdbcClient jdbc) {
    this.lifecycle = lifecycle;
    this.jdbc = jdbc;
  }

  @Override
  public List<InboxFailure> of(String partner) {
    return jdbc.sql(
            "select entry, print, cause, tries, since from inbox_failure where partner = ? order by since, entry")
        .param(partner)
        .query(
            (row, number) ->
                new InboxFailure(
                    row.getString("entry"),
                    row.getString("print"),
                    InboxFailure.Cause.valueOf(row.getString("cause")),
                    row.getInt("tries"),
                    row.getTimestamp("since").toInstant()))
        .list();
  }

  @Override
  public void store(String partner, Collection<InboxFailure> failed, Collection<String> mended) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          remove(partner, mended);
          failed.forEach(failure -> store(partner, failure));
        });
  }

  private void store(String partner, InboxFailure failure) {
    jdbc.sql(
            """
            insert into inbox_failure (partner, entry, print, cause, tries, since) values (?, ?, ?, ?, ?, ?)
            on conflict (partner, entry) do update
              set print = excluded.print, cause = excluded.cause, tries = excluded.tries, since = excluded.since
            """)
        .params(
            partner,
            failure.entry(),
            failure.print(),
            failure.cause().name(),
            failure.tries(),
            Timestamp.from(failure.since()))
        .update();
  }

  private void remove(String partner, Collection<String> entries) {
    jdbc.sql("delete from inbox_failure where partner = ? and entry = any(?)")
        .params(partner, entries.toArray(String[]::new))
        .update();
  }
}
