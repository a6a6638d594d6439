package countersign.lifecycle;

import countersign.ledger.EventRef;
import countersign.request.Actor;
import countersign.request.ResponseState;
import countersign.request.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows whose state has no work, no person and no clock that would move it. No other class asks
 * this question. Each row is found by its state alone, so a lost, deleted or discarded work row is
 * noticed whatever the cause. Stateless, thread-safe.
 */
public final class JdbcStranded {
  /** Waiting or parked work, or work that waits for a checkpoint, moves the row. */
  private static final String HAS_NO_WORK =
      """
      not exists (select from work w where w.stage = found.stage and w.id = found.id)
        and not exists (select from awaited a where a.stage = found.stage and a.id = found.id)
      """;

  private static final String DOCUMENTS =
      """
      select 'RESPONSE' as entity, id, state, case when state = 'RELEASED' then 'seal' else 'deliver' end as stage,
          case state when 'RELEASED' then release_event
            when 'SEALED' then (select max(e.id) from event e where e.subject = response.id and e.verb = 'seal') end as event_id
        from response where state in ('RELEASED', 'SEALED', 'UPLOADING')
      union all
      select 'ACKNOWLEDGEMENT', id, state, case when state = 'RELEASED' then 'acknowledge' else 'deliver' end, null
        from acknowledgement where state in ('RELEASED', 'SEALED', 'UPLOADING')
      """;

  /** A slice begins when its file has left the inbox and all acknowledgements are delivered. */
  private static final String LOOK_UPS =
      """
      select 'SLICE', s.id, s.state, 'lookup', null
        from slice s join file f on f.id = s.file_id
        where s.state = 'TAKEN' and f.acknowledged_at is not null and f.moved_at is not null
          and not exists (select from acknowledgement a where a.file_id = f.id and a.state <> 'DELIVERED')
      union all
      select 'REQUEST', id, state, case when state = 'DRAFTED' then 'endorse' else 'countersign' end, null
        from request_status where state in ('DRAFTED', 'ENDORSED')
      union all
      select 'FILE', id, state, 'read', null from file where state = 'RECEIVED'
      """;

  /** Rows that other rows move: a group's clock, a response, the last request of a file. */
  private static final String OTHERS =
      """
      select 'REQUEST' as entity, q.id, q.state, null as stage, null::bigint as event_id
        from request_status q join file f on f.id = q.file_id left join request_group g on g.id = q.group_id
        where q.state in ('COUNTERSIGNED', 'UNMATCHED', 'DECLINED', 'EXPIRED')
          and (g.id is null or g.finished or (g.started_at is null and f.acknowledged_at is not null and f.moved_at is not null
            and not exists (select from acknowledgement a where a.file_id = f.id and a.state <> 'DELIVERED')))
      union all
      select 'REQUEST', q.id, q.state, null, null
        from request_status q
        where q.state = 'RELEASED' and not exists (select from response_item i join response r on r.id = i.response_id
          where i.request = q.id and r.state in ('RELEASED', 'SEALED', 'UPLOADING'))
      union all
      select 'FILE', f.id, f.state, null, null
        from file f
        where f.state = 'IN_PROGRESS' and f.acknowledged_at is not null
          and not exists (select from acknowledgement a where a.file_id = f.id and a.state <> 'DELIVERED')
          and not exists (select from request_status q where q.file_id = f.id and q.state not in ('REFUSED', 'DELIVERED', 'RECALLED', 'ANSWERED_BEFORE'))
      """;

  private final JdbcClient jdbc;
  private final Lifecycle lifecycle;

  JdbcStranded(JdbcClient jdbc, Lifecycle lifecycle) {
    this.jdbc = jdbc;
    this.lifecycle = lifecycle;
  }

  /**
   * A row that nothing moves.
   *
   * @param entity the table
   * @param id id of the row
   * @param state its state
   * @param queue the queue whose work would move it; null if only other rows move it
   * @param event the event that a checkpoint must cover before the work may begin; null if it may
   *     begin at once
   */
  public record Row(
      Entity entity,
      String id,
      String state,
      @Nullable WorkQueue queue,
      @Nullable EventRef event) {}

  /** The rows that nothing moves, from one snapshot, at most {@code max}. */
  public List<Row> find(int max) {
    return jdbc.sql(
            "select * from (select found.* from ("
                + DOCUMENTS
                + " union all "
                + LOOK_UPS
                + ") found where "
                + HAS_NO_WORK
                + " union all "
                + OTHERS
                + ") stranded order by entity, id limit ?")
        .param(max)
        .query(
            (row, number) -> {
              String queue = row.getString("stage");
              Long event = row.getObject("event_id", Long.class);
              return new Row(
                  Entity.valueOf(row.getString("entity")),
                  row.getString("id"),
                  row.getString("state"),
                  queue == null ? null : WorkQueue.of(queue),
                  event == null ? null : new EventRef(event));
            })
        .list();
  }

  /**
   * Queues the work that moves a row, if its state proves which work that is. The step compares the
   * state again, so a repeated step changes nothing. COMMITS with a ledger event.
   *
   * @return false if the state proves no work, or the row has moved in the meantime
   */
  public boolean requeue(Row row) {
    WorkQueue queue = row.queue();
    if (queue == null || queue.consumers() == WorkQueue.Consumers.POLL || lacksEvent(row)) {
      return false;
    }
    return lifecycle.change(
        Actor.GATEWAY,
        change -> {
          if (!change.lock(row.entity(), row.id()).equals(Optional.of(row.state()))) {
            return false;
          }
          EventRef event = row.event();
          if (event == null) {
            change.next(queue, row.id());
          } else {
            change.nextOnceCovered(queue, row.id(), event);
          }
          change.event(Verb.RETRY, row.id(), Map.of("stage", queue.queueName()));
          return true;
        });
  }

  /** A sealed response without the event of its sealing must not leave. */
  private static boolean lacksEvent(Row row) {
    return row.entity() == Entity.RESPONSE
        && !row.state().equals(ResponseState.UPLOADING.name())
        && row.event() == null;
  }
}
