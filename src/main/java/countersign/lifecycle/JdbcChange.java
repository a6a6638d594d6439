package countersign.lifecycle;

import countersign.ledger.Event;
import countersign.ledger.EventRef;
import countersign.ledger.Ledger;
import countersign.request.ActionSigner;
import countersign.request.Actor;
import countersign.request.RequestState;
import countersign.request.Verb;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Change} of one transaction. Valid until the transaction ends; used by one thread. */
final class JdbcChange implements Change {
  /** States whose entry lets a group release something. */
  private static final Set<RequestState> DECISIONS =
      Set.of(RequestState.COUNTERSIGNED, RequestState.DECLINED);

  private final JdbcClient jdbc;
  private final JdbcStates states;
  private final Ledger ledger;
  private final Actor actor;
  private final Instant now;
  private boolean leavesWork;
  private boolean decides;

  JdbcChange(JdbcClient jdbc, Ledger ledger, Actor actor, Instant now) {
    this.jdbc = jdbc;
    this.states = new JdbcStates(jdbc);
    this.ledger = ledger;
    this.actor = actor;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  boolean leavesWork() {
    return leavesWork;
  }

  /** Whether a group may have something to release after this change. */
  boolean decides() {
    return decides;
  }

  @Override
  public Optional<String> lock(Entity entity, String id) {
    return states.lock(entity, id);
  }

  @Override
  public boolean move(Entity entity, String id, Set<? extends Enum<?>> from, Enum<?> to) {
    decides |= to instanceof RequestState state && DECISIONS.contains(state);
    return states.move(entity, id, from, to);
  }

  @Override
  public int moveAll(Entity entity, Collection<String> ids, Enum<?> from, Enum<?> to) {
    return states.moveAll(entity, ids, from, to);
  }

  @Override
  public int moveWhere(RowSource rows, RowsToMove moving, RowsToInsert... beside) {
    return states.moveWhere(rows, moving, List.of(beside));
  }

  @Override
  public void enter(Entity entity, Enum<?> first, Map<String, ? extends @Nullable Object> columns) {
    states.enter(entity, first, columns);
  }

  @Override
  public int enterAll(RowSource rows, RowsToInsert main, RowsToInsert... beside) {
    return states.enterAll(rows, main, List.of(beside));
  }

  @Override
  public EventRef event(Verb verb, String subject, Map<String, String> facts) {
    leavesWork = true;
    ActionSigner signer = actor.signer();
    Map<String, String> all = signer == null ? facts : signer.sign(verb, subject, now, facts);
    return ledger.record(Event.of(verb, subject, now, actor, all));
  }

  @Override
  public void remark(Verb verb, String subject, String words) {
    jdbc.sql("insert into remark (verb, subject, account, at, words) values (?, ?, ?, ?, ?)")
        .params(verb.storedName(), subject, actor.id(), Timestamp.from(now), words)
        .update();
  }

  @Override
  public void next(WorkQueue queue, String id) {
    nextAfter(queue, id, Duration.ZERO);
  }

  @Override
  public void nextAfter(WorkQueue queue, String id, Duration delay) {
    leavesWork = true;
    jdbc.sql(
            """
            insert into work (stage, id, due_at)
            values (?, ?, clock_timestamp() + ? * interval '1 millisecond')
            on conflict do nothing
            """)
        .params(queue.queueName(), id, delay.toMillis())
        .update();
  }

  @Override
  public void nextOnceCovered(WorkQueue queue, String id, EventRef event) {
    leavesWork = true;
    jdbc.sql("insert into awaited (stage, id, event_id) values (?, ?, ?) on conflict do nothing")
        .params(queue.queueName(), id, event.id())
        .update();
  }

  @Override
  public void finish(WorkQueue queue, String id) {
    jdbc.sql("delete from work where stage = ? and id = ?").params(queue.queueName(), id).update();
  }

  @Override
  public void nextAll(WorkQueue queue, Collection<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    leavesWork = true;
    jdbc.sql("insert into work (stage, id) select ?, unnest(?::text[]) on conflict do nothing")
        .params(queue.queueName(), ids.toArray(String[]::new))
        .update();
  }

  @Override
  public void finishAll(WorkQueue queue, Collection<String> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql("delete from work where stage = ? and id = any(?)")
          .params(queue.queueName(), ids.toArray(String[]::new))
          .update();
    }
  }

  @Override
  public Instant now() {
    return now;
  }
}
