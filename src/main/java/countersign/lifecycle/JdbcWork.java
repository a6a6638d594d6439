package countersign.lifecycle;

import countersign.request.Actor;
import countersign.request.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Work} on the table {@code work}. Stateless, thread-safe. */
final class JdbcWork implements Work {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcWork.class);
  private static final String QUEUES =
      "('" + String.join("','", queueWords()) + "')"; // enum constants, never user input

  private final JdbcClient jdbc;
  private final Lifecycle lifecycle;
  private final Backoff backoff;

  JdbcWork(JdbcClient jdbc, Lifecycle lifecycle, Backoff backoff) {
    this.jdbc = jdbc;
    this.lifecycle = lifecycle;
    this.backoff = backoff;
  }

  private static List<String> queueWords() {
    return Arrays.stream(WorkQueue.values())
        .filter(queue -> queue.consumers() == WorkQueue.Consumers.QUEUE)
        .map(WorkQueue::queueName)
        .toList();
  }

  @Override
  public int relay(int max, Consumer<List<QueuedWork>> send) {
    List<Claim> claims = claim(max);
    boolean sent = false;
    try {
      if (!claims.isEmpty()) {
        send.accept(claims.stream().map(Claim::row).toList());
        sent = true;
      }
    } finally {
      end(claims, sent);
    }
    return claims.size();
  }

  /** A row as it was, and the time until which no other gateway sends it. */
  private record Claim(QueuedWork row, Instant until) {}

  private List<Claim> claim(int max) {
    return jdbc.sql(
            """
            update work set due_at = clock_timestamp() + interval '10 seconds'
            from (select stage as due_stage, id as due_id, due_at as was from work
              where state = 'WAITING' and sent_at is null and due_at <= clock_timestamp() and stage in %s
              order by due_at limit ? for update skip locked) due
            where stage = due_stage and id = due_id
            returning stage, id, state, attempts, cause, was as due_at, sent_at, created_at, work.due_at as claimed_until
            """
                .formatted(QUEUES))
        .param(max)
        .query(
            (row, number) ->
                new Claim(WorkRows.row(row, number), row.getTimestamp("claimed_until").toInstant()))
        .list();
  }

  /** Gives the rows their due time back. A row that a step has changed meanwhile stays as it is. */
  private void end(List<Claim> claims, boolean sent) {
    if (!claims.isEmpty()) {
      jdbc.sql(
              """
              update work set due_at = claim.was::timestamptz, sent_at = case when ? then clock_timestamp() end
              from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as claim(stage, id, was, until)
              where work.stage = claim.stage and work.id = claim.id and work.due_at = claim.until::timestamptz
              """)
          .params(
              sent,
              texts(claims, claim -> claim.row().queue().queueName()),
              texts(claims, claim -> claim.row().id()),
              texts(claims, claim -> claim.row().dueAt().toString()),
              texts(claims, claim -> claim.until().toString()))
          .update();
    }
  }

  private static String[] texts(List<Claim> claims, Function<Claim, String> text) {
    return claims.stream().map(text).toArray(String[]::new);
  }

  @Override
  public int resend(Duration age) {
    return jdbc.sql(
            """
            update work set sent_at = null
            where state = 'WAITING' and sent_at < clock_timestamp() - ? * interval '1 millisecond'
            """)
        .param(age.toMillis())
        .update();
  }

  @Override
  public boolean later(WorkQueue queue, String id, String cause, int maxAttempts) {
    return lifecycle.change(
        Actor.GATEWAY,
        change -> {
          Optional<Integer> attempts =
              jdbc.sql(
                      "select attempts from work where stage = ? and id = ? and state = 'WAITING' for update")
                  .params(queue.queueName(), id)
                  .query(Integer.class)
                  .optional();
          boolean parked = attempts.isPresent() && attempts.get() + 1 >= maxAttempts;
          attempts.ifPresent(tried -> retryLater(queue, id, cause, tried, parked));
          return !recorded(change, parked, queue, id, cause);
        });
  }

  private void retryLater(WorkQueue queue, String id, String cause, int attempts, boolean parked) {
    jdbc.sql(
            """
            update work set attempts = ?, cause = ?, sent_at = null, state = ?,
              due_at = clock_timestamp() + ? * interval '1 millisecond'
            where stage = ? and id = ?
            """)
        .params(
            attempts + 1,
            cause,
            parked ? "PARKED" : "WAITING",
            backoff.after(attempts).toMillis(),
            queue.queueName(),
            id)
        .update();
  }

  @Override
  public int hasten(WorkQueue queue, String cause) {
    return jdbc.sql(
            """
            update work set due_at = clock_timestamp()
            where stage = ? and cause = ? and state = 'WAITING' and sent_at is null and due_at > clock_timestamp()
            """)
        .params(queue.queueName(), cause)
        .update();
  }

  @Override
  public void park(WorkQueue queue, String id, String cause) {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          int parked =
              jdbc.sql(
                      """
                      insert into work as w (stage, id, state, attempts, cause) values (?, ?, 'PARKED', 1, ?)
                      on conflict (stage, id) do update set state = 'PARKED', attempts = w.attempts + 1, cause = excluded.cause, sent_at = null
                      where w.state = 'WAITING'
                      """)
                  .params(queue.queueName(), id, cause)
                  .update();
          recorded(change, parked > 0, queue, id, cause);
        });
  }

  /** Records the parking in the ledger, within the change that parked the row. */
  private static boolean recorded(
      Change change, boolean parked, WorkQueue queue, String id, String cause) {
    if (parked) {
      change.event(Verb.PARK, id, Map.of("stage", queue.queueName(), "cause", cause));
    }
    return parked;
  }

  @Override
  public boolean isReachable() {
    try {
      return jdbc.sql("select true").query(Boolean.class).single();
    } catch (DataAccessException e) {
      LOG.debug("The database does not answer", new LoggedFailure(e));
      return false;
    }
  }

  @Override
  public void drop(WorkQueue queue, String id) {
    jdbc.sql("delete from work where stage = ? and id = ?").params(queue.queueName(), id).update();
  }

  @Override
  public boolean retry(WorkQueue queue, String id, Actor actor, String reason) {
    return decided(
        Verb.RETRY,
        queue,
        id,
        actor,
        reason,
        """
        update work set state = 'WAITING', attempts = 0, due_at = clock_timestamp(), sent_at = null
        where stage = ? and id = ? and state = 'PARKED'
        """);
  }

  @Override
  public boolean discard(WorkQueue queue, String id, Actor actor, String reason) {
    return decided(
        Verb.DISCARD,
        queue,
        id,
        actor,
        reason,
        "delete from work where stage = ? and id = ? and state = 'PARKED'");
  }

  /** Changes one row if it is parked, and records who did so and why, in one change. */
  private boolean decided(
      Verb verb, WorkQueue queue, String id, Actor actor, String reason, String sql) {
    return lifecycle.change(
        actor,
        change -> {
          boolean parked = jdbc.sql(sql).params(queue.queueName(), id).update() > 0;
          if (parked) {
            change.event(verb, id, Change.withReason(Map.of("stage", queue.queueName()), reason));
            change.remark(verb, id, reason);
          }
          return parked;
        });
  }

  @Override
  public List<QueuedWork> rows(@Nullable WorkQueue queue, boolean parkedOnly, int max) {
    List<String> queues =
        queue == null
            ? Arrays.stream(WorkQueue.values()).map(WorkQueue::queueName).toList()
            : List.of(queue.queueName());
    return jdbc.sql(
            "select "
                + WorkRows.COLUMNS
                + " from work where stage = any(?)"
                + (parkedOnly ? " and state = 'PARKED'" : "")
                + " order by created_at limit ?")
        .params(queues.toArray(String[]::new), max)
        .query(WorkRows::row)
        .list();
  }

  @Override
  public List<Depth> depths() {
    Map<WorkQueue, Depth> found = new EnumMap<>(WorkQueue.class);
    jdbc.sql(
            """
            select stage, count(*) filter (where state = 'WAITING') as depth,
              coalesce(extract(epoch from clock_timestamp() - min(case when attempts > 0 then created_at else due_at end)
                filter (where state = 'WAITING')), 0)::bigint as oldest,
              count(*) filter (where state = 'WAITING' and attempts > 0 and sent_at is null) as waiting,
              count(*) filter (where state = 'PARKED') as parked,
              min(due_at) filter (where state = 'WAITING' and attempts = 0 and due_at > clock_timestamp()) as next
            from work group by stage
            """)
        .query(
            (row, number) ->
                new Depth(
                    WorkQueue.of(row.getString("stage")),
                    row.getLong("depth"),
                    Duration.ofSeconds(Math.max(0, row.getLong("oldest"))),
                    row.getLong("waiting"),
                    row.getLong("parked"),
                    WorkRows.instant(row, "next")))
        .list()
        .forEach(depth -> found.put(depth.queue(), depth));
    return Arrays.stream(WorkQueue.values())
        .map(queue -> found.getOrDefault(queue, Depth.empty(queue)))
        .toList();
  }
}
