package countersign.lifecycle;

import countersign.ledger.EventRef;
import countersign.request.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a step may do inside the one transaction that changes a state. A step's own writes (its
 * {@code Jdbc*} class) run in the same transaction because they use the same data source on the
 * same thread. Valid only inside the call that handed it out.
 */
public interface Change {

  /**
   * Locks the row until the transaction ends and tells its state; empty if there is no such row.
   */
  Optional<String> lock(Entity entity, String id);

  /**
   * Moves one entity from a state to another.
   *
   * @return false if it stands already in {@code to}: the change was made before, so do nothing
   *     more and succeed
   * @throws IllegalArgumentException if such a thing never moves so
   * @throws UnexpectedState if it stands in neither; nothing is committed
   */
  boolean move(Entity entity, String id, Set<? extends Enum<?>> from, Enum<?> to);

  /**
   * Moves many entities at once, skipping those that do not stand in {@code from}.
   *
   * @return how many moved
   */
  int moveAll(Entity entity, Collection<String> ids, Enum<?> from, Enum<?> to);

  /**
   * Moves the rows that a query finds, in one statement that may write more of their columns.
   *
   * @param beside rows that begin to exist in the same statement
   * @return how many moved
   */
  int moveWhere(RowSource rows, Moving moving, Entering... beside);

  /**
   * Inserts one row in its first state.
   *
   * @param columns name and value of each other column
   * @throws IllegalArgumentException if such a thing does not begin so
   */
  void enter(Entity entity, Enum<?> first, Map<String, ? extends @Nullable Object> columns);

  /**
   * Inserts the rows that a query finds, each in its first state, in one statement.
   *
   * @param beside other rows that begin to exist in the same statement
   * @return how many rows of {@code main} began to exist
   */
  int enterAll(RowSource rows, Entering main, Entering... beside);

  /**
   * Records what happened in the ledger, in this transaction.
   *
   * @param subject id of a file, request, slice, response, acknowledgement, stop or document
   * @param facts ids, outward codes, counts, digests; never a person's data
   */
  EventRef event(Verb verb, String subject, Map<String, String> facts);

  /**
   * Keeps a person's own words about what they did, beside the ledger and not in it: people write
   * names into reasons.
   */
  void remark(Verb verb, String subject, String words);

  /** Puts the next work in; a row that is there already stays as it is. */
  void next(WorkQueue stage, String id);

  /**
   * As {@link #next(WorkQueue, String)}, due no earlier than after {@code delay} by the database's
   * clock.
   */
  void nextAfter(WorkQueue stage, String id, Duration delay);

  /** Puts the next work in as soon as a published checkpoint covers {@code event}. */
  void nextOnceCovered(WorkQueue stage, String id, EventRef event);

  /** Removes the work row that this step has done; harmless if it is gone. */
  void finish(WorkQueue stage, String id);

  /** As {@link #next(WorkQueue, String)}, for many at once. */
  void nextAll(WorkQueue stage, Collection<String> ids);

  /** As {@link #finish(WorkQueue, String)}, for many at once. */
  void finishAll(WorkQueue stage, Collection<String> ids);

  /** The time of everything in this change, whole milliseconds. */
  Instant now();
}
