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

/** What operators see of the stages, and what they may do with parked work. Stateless. */
public final class Operations {
  private static final int MOST = 500;

  private final Work work;
  private final Lifecycle lifecycle;
  private final Queues queues;

  /**
   * Looks at stages through the work table and the broker.
   *
   * @param work the truth
   * @param lifecycle for what operators do
   * @param queues what the broker says besides
   */
  public Operations(Work work, Lifecycle lifecycle, Queues queues) {
    this.work = work;
    this.lifecycle = lifecycle;
    this.queues = queues;
  }

  /** Every stage in the order of the way. */
  public List<QueueStatus> stages() {
    return work.depths().stream().map(this::status).toList();
  }

  private QueueStatus status(Work.Depth depth) {
    Optional<Queues.Numbers> numbers =
        depth.stage().consumers() == WorkQueue.Consumers.QUEUE
            ? queues.of(depth.stage())
            : Optional.empty();
    return new QueueStatus(
        depth.stage(),
        depth.depth(),
        depth.oldest(),
        numbers.map(Queues.Numbers::consumers).orElse(null),
        numbers.map(Queues.Numbers::messages).orElse(null),
        depth.waiting(),
        depth.parked());
  }

  /** What only a person can set going again, oldest first, at most 500. */
  public List<Work.Row> parked() {
    return work.rows(null, true, MOST);
  }

  /**
   * Sets parked work going again.
   *
   * @param reason in a few words, without a person's name; kept beside the ledger
   * @return false if it is not parked (any more); nothing was done
   */
  public boolean retry(WorkQueue stage, String id, Actor actor, String reason) {
    if (!isParked(stage, id)) {
      return false;
    }
    work.retry(stage, id, actor, reason);
    return true;
  }

  /**
   * Gives parked work up: nobody tries it again. What it stands for keeps its state; its requests
   * are answered at their deadline.
   *
   * @param reason in a few words, without a person's name; kept beside the ledger
   * @return false if it is not parked (any more); nothing was done
   */
  public boolean discard(WorkQueue stage, String id, Actor actor, String reason) {
    if (!isParked(stage, id)) {
      return false;
    }
    lifecycle.run(
        actor,
        change -> {
          change.finish(stage, id);
          change.event(Verb.DISCARD, id, Map.of("stage", stage.word()));
          change.remark(Verb.DISCARD, id, reason);
        });
    return true;
  }

  /**
   * Lets the gateway open and judge a quarantined file again from its kept bytes.
   *
   * @param reason in a few words, without a person's name; kept beside the ledger
   * @return false if it is not quarantined (any more); nothing was done
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
          change.event(Verb.RETRY, id, Map.of("stage", WorkQueue.JUDGE.word()));
          change.remark(Verb.RETRY, id, reason);
          change.next(WorkQueue.JUDGE, id);
          return true;
        });
  }

  private boolean isParked(WorkQueue stage, String id) {
    return work.rows(stage, true, Integer.MAX_VALUE).stream().anyMatch(row -> row.id().equals(id));
  }
}
