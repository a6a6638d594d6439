package countersign.lifecycle;

import countersign.request.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Access to the table of waiting work, which serves as outbox, retry list and parking lot. */
public interface Work {

  /**
   * One row of the table.
   *
   * @param queue the queue in which the work waits
   * @param id id of the object to process, as {@link WorkQueue} describes it
   * @param parked whether the row waits until a person requeues it
   * @param attempts number of failed attempts
   * @param cause code of the last failure; null before the first failure
   * @param dueAt earliest time of the next attempt, by the database's clock
   * @param sentAt time at which the row was last sent to its queue; null if not sent
   * @param createdAt time at which the row was inserted
   */
  record QueuedWork(
      WorkQueue queue,
      String id,
      boolean parked,
      int attempts,
      @Nullable String cause,
      Instant dueAt,
      @Nullable Instant sentAt,
      Instant createdAt) {}

  /**
   * Depth of one queue.
   *
   * @param queue the queue
   * @param depth number of waiting rows without the parked ones
   * @param oldest how long the oldest waiting row has been due; zero if none is due. A row that
   *     failed counts from when it was inserted, because its later due times are only retries
   * @param waiting number of rows that failed and wait for the next attempt
   * @param parked number of rows that wait until a person requeues them
   * @param waitsUntil earliest due time of the rows that wait on purpose; null if there is none
   */
  record Depth(
      WorkQueue queue,
      long depth,
      Duration oldest,
      long waiting,
      long parked,
      @Nullable Instant waitsUntil) {
    static Depth empty(WorkQueue queue) {
      return new Depth(queue, 0, Duration.ZERO, 0, 0, null);
    }
  }

  /**
   * Passes up to {@code max} due rows to {@code send} and marks them as sent after it returns. No
   * transaction is open meanwhile: the rows are claimed for some seconds, and a gateway that dies
   * or waits for the broker leaves them to another. Several gateways may call this at the same
   * time.
   *
   * @return number of rows sent
   */
  int relay(int max, Consumer<List<QueuedWork>> send);

  /**
   * Marks rows as unsent if they were sent longer than {@code age} ago and still exist, because
   * their message was lost.
   *
   * @return number of rows marked
   */
  int resend(Duration age);

  /**
   * Schedules the next attempt after the failure {@code cause}, with the wait of {@link Backoff},
   * or parks the row after {@code maxAttempts}. The same transaction records the ledger event of a
   * parked row.
   *
   * @return whether there is a next attempt
   */
  boolean later(WorkQueue queue, String id, String cause, int maxAttempts);

  /**
   * Parks a row at once; an operator must retry or discard it. The same transaction records the
   * ledger event.
   */
  void park(WorkQueue queue, String id, String cause);

  /**
   * Makes work due at once that waits for its next attempt.
   *
   * @param cause cause of the last failure
   * @return number of rows
   */
  int hasten(WorkQueue queue, String cause);

  /** Whether the database currently answers queries. */
  boolean isReachable();

  /** Removes a row whose work is already done or no longer needed. */
  void drop(WorkQueue queue, String id);

  /**
   * Requeues parked work, due at once. One transaction with its ledger event.
   *
   * @return false if the work is not parked; nothing is changed then
   */
  boolean retry(WorkQueue queue, String id, Actor actor, String reason);

  /**
   * Removes parked work for good. One transaction with its ledger event.
   *
   * @return false if the work is not parked; nothing is changed then
   */
  boolean discard(WorkQueue queue, String id, Actor actor, String reason);

  /** Rows of one queue, or of all queues if {@code queue} is null, oldest first. */
  List<QueuedWork> rows(@Nullable WorkQueue queue, boolean parkedOnly, int max);

  /** The depth of every queue, in processing order; empty queues are included. */
  List<Depth> depths();
}
