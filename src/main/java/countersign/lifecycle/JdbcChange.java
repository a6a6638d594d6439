package countersign.lifecycle;

import countersign.ledger.Event;
import countersign.ledger.EventRef;
import countersign.ledger.Ledger;
import countersign.request.Actor;
import countersign.request.Verb;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One change under way: lives as long as its transaction, used by one thread. */
final class JdbcChange implements Change {
  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Actor actor;
  private final Instant now;
  private boolean leavesWork;

  JdbcChange(JdbcClient jdbc, Ledger ledger, Actor actor, Instant now) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.actor = actor;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  boolean leavesWork() {
    return leavesWork;
  }

  @Override
  public Optional<String> lock(Entity entity, String id) {
    return jdbc.sql("select state from " + entity.table() + " where id = ? for update")
        .param(id)
        .query(String.class)
        .optional();
  }

  @Override
  public boolean move(Entity entity, String id, Set<? extends Enum<?>> from, Enum<?> to) {
    String found = lock(entity, id).orElse("no such row");
    if (found.equals(to.name())) {
      return false;
    }
    if (from.stream().noneMatch(state -> state.name().equals(found))) {
      String expected = from.stream().map(Enum::name).sorted().collect(Collectors.joining(" or "));
      throw new UnexpectedState(entity, id, expected, found);
    }
    jdbc.sql("update " + entity.table() + " set state = ?, version = version + 1 where id = ?")
        .params(to.name(), id)
        .update();
    return true;
  }

  @Override
  public int moveAll(Entity entity, Collection<String> ids, Enum<?> from, Enum<?> to) {
    if (ids.isEmpty()) {
      return 0;
    }
    return jdbc.sql(
            "update "
                + entity.table()
                + " set state = ?, version = version + 1 where id = any(?) and state = ?")
        .params(to.name(), ids.toArray(String[]::new), from.name())
        .update();
  }

  @Override
  public EventRef event(Verb verb, String subject, Map<String, String> facts) {
    leavesWork = true;
    return ledger.record(Event.of(verb, subject, now, actor, facts));
  }

  @Override
  public void remark(Verb verb, String subject, String words) {
    jdbc.sql("insert into remark (verb, subject, account, at, words) values (?, ?, ?, ?, ?)")
        .params(verb.word(), subject, actor.id(), Timestamp.from(now), words)
        .update();
  }

  @Override
  public void next(WorkQueue stage, String id) {
    nextAfter(stage, id, Duration.ZERO);
  }

  @Override
  public void nextAfter(WorkQueue stage, String id, Duration delay) {
    leavesWork = true;
    jdbc.sql(
            """
            insert into work (stage, id, due_at)
            values (?, ?, clock_timestamp() + ? * interval '1 millisecond')
            on conflict do nothing
            """)
        .params(stage.word(), id, delay.toMillis())
        .update();
  }

  @Override
  public void nextOnceCovered(WorkQueue stage, String id, EventRef event) {
    leavesWork = true;
    jdbc.sql("insert into awaited (stage, id, event_id) values (?, ?, ?) on conflict do nothing")
        .params(stage.word(), id, event.id())
        .update();
  }

  @Override
  public void finish(WorkQueue stage, String id) {
    jdbc.sql("delete from work where stage = ? and id = ?").params(stage.word(), id).update();
  }

  @Override
  public void nextAll(WorkQueue stage, Collection<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    leavesWork = true;
    jdbc.sql("insert into work (stage, id) select ?, unnest(?::text[]) on conflict do nothing")
        .params(stage.word(), ids.toArray(String[]::new))
        .update();
  }

  @Override
  public void finishAll(WorkQueue stage, Collection<String> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("delete from work where stage = ? and id = any(?)")
          .params(stage.word(), ids.toArray(String[]::new))
          .update();
    }
  }

  @Override
  public Instant now() {
    return now;
  }
}
