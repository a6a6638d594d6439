package countersign.operations;

import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.Unavailable;
import countersign.request.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state of the work queues and what operators may do with parked work. Stateless. */
public final class Operations {
  private static final int MOST = 500;
  private static final Duration PATIENCE = Duration.ofMillis(600);

  private final Work work;
  private final Lifecycle lifecycle;
  private final Queues queues;
  private final LastKnown<List<QueueStatus>> last;

  /**
   * Reads the queues through the work table and the broker.
   *
   * @param work the work table, which is authoritative
   * @param lifecycle transactions for the operators' actions
   * @param queues additional numbers from the broker
   */
  public Operations(Work work, Lifecycle lifecycle, Queues queues) {
    this.work = work;
    this.lifecycle = lifecycle;
    this.queues = queues;
    this.last = new LastKnown<>("queues", Duration.ZERO, PATIENCE, this::read);
  }

  /**
   * Every queue, in processing order, as last known: nobody waits for a database that is away.
   *
   * @throws Unavailable if the database has not answered since the start
   */
  public List<QueueStatus> queues() {
    LastKnown.Aged<List<QueueStatus>> known =
        last.get()
            .orElseThrow(
                () -> new Unavailable("DATABASE_DOWN", "The queues are not known yet.", null));
    Duration age = known.current() ? Duration.ZERO : known.age();
    return known.value().stream().map(status -> status.aged(age)).toList();
  }

  private List<QueueStatus> read() {
    return work.depths().stream().map(this::status).toList();
  }

  private QueueStatus status(Work.Depth depth) {
    Optional<Queues.Numbers> numbers =
        depth.queue().consumers() == WorkQueue.Consumers.QUEUE
            ? queues.of(depth.queue())
            : Optional.empty();
    return new QueueStatus(
        depth.queue(),
        depth.depth(),
        depth.oldest(),
        numbers.map(Queues.Numbers::consumers).orElse(null),
        numbers.map(Queues.Numbers::messages).orElse(null),
        depth.waiting(),
        depth.parked(),
        depth.waitsUntil(),
        numbers.map(Queues.Numbers::age).orElse(Duration.ZERO));
  }

  /** Parked work, which only a person can requeue; oldest first, at most 500 items. */
  public List<Work.QueuedWork> parked() {
    return work.rows(null, true, MOST);
  }

  /**
   * Requeues parked work.
   *
   * @param reason a short reason without a person's name; stored outside the ledger
   * @return false if the work is not parked or no longer parked; nothing was changed then
   */
  public boolean retry(WorkQueue queue, String id, Actor actor, String reason) {
    return work.retry(queue, id, actor, reason);
  }

  /** What became of an attempt to discard parked work. */
  public enum Discarding {
    /** The work is gone. */
    DISCARDED,
    /** The work is not parked or no longer parked; nothing was changed. */
    NOT_PARKED,
    /** The work is past the screening and owes an answer; nothing was changed. */
    OWES_AN_ANSWER
  }

  /**
   * Discards parked work, so that it is not tried again. The file keeps its state and waits for a
   * person. Work past the screening cannot be discarded, because nothing else would answer its
   * requests.
   *
   * @param reason a short reason without a person's name; stored outside the ledger
   */
  public Discarding discard(WorkQueue queue, String id, Actor actor, String reason) {
    if (!queue.isDiscardable()) {
      return Discarding.OWES_AN_ANSWER;
    }
    return work.discard(queue, id, actor, reason) ? Discarding.DISCARDED : Discarding.NOT_PARKED;
  }

  /**
   * Makes the gateway open and judge a quarantined file again from its stored bytes.
   *
   * @param reason a short reason without a person's name; stored outside the ledger
   * @return false if the file is not quarantined or no longer quarantined; nothing was changed then
   */
  public boolean judgeAgain(FileId file, Actor actor, String reason) {
    return lifecycle.change(
        actor,
        change -> {
          String id = file.value();
          Optional<String> state = change.lock(Entity.FILE, id);
          if (!state.equals(Optional.of(FileState.QUARANTINED.name()))) {
            return false;
          }
          change.event(
              Verb.RETRY,
              id,
              Change.withReason(Map.of("stage", WorkQueue.JUDGE.queueName()), reason));
          change.remark(Verb.RETRY, id, reason);
          change.next(WorkQueue.JUDGE, id);
          return true;
        });
  }
}
