package countersign.lifecycle;

import countersign.request.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The work that waits: outbox, retry list and parked work in one table. */
public interface Work {

  /**
   * One row.
   *
   * @param stage where it waits
   * @param id of what
   * @param parked whether only a person can set it going again
   * @param attempts how often it failed
   * @param cause code of the last failure; null if none
   * @param dueAt not before, database clock
   * @param sentAt when it was last put into its queue; null: not yet
   * @param createdAt since when it waits
   */
  record Row(
      WorkQueue stage,
      String id,
      boolean parked,
      int attempts,
      @Nullable String cause,
      Instant dueAt,
      @Nullable Instant sentAt,
      Instant createdAt) {}

  /**
   * Depth of one stage.
   *
   * @param stage the stage
   * @param depth rows that wait, parked ones aside
   * @param oldest age of the oldest of them; zero if none
   * @param waiting rows that failed and wait for their next try
   * @param parked rows that only a person can set going
   */
  record Depth(WorkQueue stage, long depth, Duration oldest, long waiting, long parked) {}

  /**
   * Takes up to {@code max} due rows, hands them to {@code send}, and marks them sent once it
   * returned. Safe on several gateways at once.
   */
  int relay(int max, Consumer<List<Row>> send);

  /**
   * Marks rows unsent that were sent longer than {@code age} ago and are still there: their message
   * was lost.
   */
  int resend(Duration age);

  /**
   * Sets the next try after the failure {@code cause} as {@link Backoff} says, PARKED after {@code
   * maxAttempts}. One transaction with the ledger event of a parked row.
   *
   * @return whether there is a next try
   */
  boolean later(WorkQueue stage, String id, String cause, int maxAttempts);

  /** Parks at once; an operator must retry or discard. One transaction with its ledger event. */
  void park(WorkQueue stage, String id, String cause);

  /**
   * Parks a row that still waits; does nothing if its stage has finished meanwhile. One transaction
   * with its ledger event.
   */
  void parkIfWaiting(WorkQueue stage, String id, String cause);

  /** Whether the table can be asked at all now. */
  boolean isReachable();

  /** Removes a row whose work turned out to be done or overtaken. */
  void drop(WorkQueue stage, String id);

  /**
   * Requeues parked work, due at once. One transaction with its ledger event.
   *
   * @return false if the work is not parked; nothing is changed then
   */
  boolean retry(WorkQueue stage, String id, Actor actor, String reason);

  /**
   * Removes parked work for good. One transaction with its ledger event.
   *
   * @return false if the work is not parked; nothing is changed then
   */
  boolean discard(WorkQueue stage, String id, Actor actor, String reason);

  /** Rows of one state, oldest first. */
  List<Row> rows(@Nullable WorkQueue stage, boolean parkedOnly, int max);

  /** Every stage, in the order of the way. */
  List<Depth> depths();
}
