package countersign.operations;

import countersign.lifecycle.Entity;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state of the work queues and what operators may do with parked work. Stateless. */
public final class Operations {
  private static final int MOST = 500;

  private final Work work;
  private final Lifecycle lifecycle;
  private final Queues queues;

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
  }

  /** Every queue, in processing order. */
  public List<QueueStatus> queues() {
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
        depth.waitsUntil());
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

  /**
   * Discards parked work, so that it is not tried again. The file or request keeps its state; its
   * requests are answered at their deadline.
   *
   * @param reason a short reason without a person's name; stored outside the ledger
   * @return false if the work is not parked or no longer parked; nothing was changed then
   */
  public boolean discard(WorkQueue queue, String id, Actor actor, String reason) {
    return work.discard(queue, id, actor, reason);
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
          change.event(Verb.RETRY, id, Map.of("stage", WorkQueue.JUDGE.queueName()));
          change.remark(Verb.RETRY, id, reason);
          change.next(WorkQueue.JUDGE, id);
          return true;
        });
  }
}
