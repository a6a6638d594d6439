package countersign.pause;

import countersign.lifecycle.Change;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.Verb;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link PartnerPauses} in the table {@code partner_pause}. Stateless. */
final class JdbcPartnerPauses implements PartnerPauses {
  private final JdbcClient jdbc;
  private final Lifecycle lifecycle;
  private final Work work;

  JdbcPartnerPauses(JdbcClient jdbc, Lifecycle lifecycle, Work work) {
    this.jdbc = jdbc;
    this.lifecycle = lifecycle;
    this.work = work;
  }

  @Override
  public boolean isPaused(String partner) {
    return jdbc.sql("select exists (select from partner_pause where partner = ?)")
        .param(partner)
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<PartnerPause> all() {
    return jdbc.sql("select partner, since, account from partner_pause order by partner")
        .query(
            (row, number) ->
                new PartnerPause(
                    row.getString("partner"),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    row.getString("account")))
        .list();
  }

  @Override
  public boolean pause(String partner, Actor actor, String reason) {
    return lifecycle.change(
        actor,
        change -> {
          int rows =
              jdbc.sql(
                      "insert into partner_pause (partner, since, account) values (?, ?, ?) on conflict do nothing")
                  .params(partner, Timestamp.from(change.now()), actor.id())
                  .update();
          if (rows > 0) {
            change.event(Verb.PAUSE, subject(partner), Change.withReason(Map.of(), reason));
            change.remark(Verb.PAUSE, subject(partner), reason);
          }
          return rows > 0;
        });
  }

  @Override
  public boolean resume(String partner, Actor actor, String reason) {
    boolean resumed =
        lifecycle.change(
            actor,
            change -> {
              int rows =
                  jdbc.sql("delete from partner_pause where partner = ?").param(partner).update();
              if (rows > 0) {
                change.event(Verb.RESUME, subject(partner), Change.withReason(Map.of(), reason));
                change.remark(Verb.RESUME, subject(partner), reason);
              }
              return rows > 0;
            });
    if (resumed) {
      work.hasten(WorkQueue.DELIVER, PAUSED);
    }
    return resumed;
  }

  private static String subject(String partner) {
    return "partner/" + partner;
  }
}
