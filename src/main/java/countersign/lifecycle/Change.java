package countersign.lifecycle;

import countersign.crypto.Sha256;
import countersign.ledger.EventRef;
import countersign.request.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The operations a step may use inside the transaction that changes a state. A step's own writes
 * (its {@code Jdbc*} class) run in the same transaction because they use the same data source on
 * the same thread. The object is valid only during the call that passes it to the step.
 */
public interface Change {

  /**
   * Locks the row until the transaction ends and returns its state; empty if the row does not
   * exist.
   */
  Optional<String> lock(Entity entity, String id);

  /**
   * Moves one entity from one of the given states to another.
   *
   * @return false if the state is already {@code to}: an earlier call made this change, so the step
   *     must do nothing more and succeed
   * @throws IllegalArgumentException if the state machine does not allow this move
   * @throws UnexpectedState if the entity is in another state; nothing is committed
   */
  boolean move(Entity entity, String id, Set<? extends Enum<?>> from, Enum<?> to);

  /**
   * Moves many entities at once and skips those that are not in state {@code from}.
   *
   * @return number of entities that moved
   */
  int moveAll(Entity entity, Collection<String> ids, Enum<?> from, Enum<?> to);

  /**
   * Moves the rows that a query finds. The same statement may set further columns of them.
   *
   * @param beside rows that the same statement inserts
   * @return number of rows that moved
   */
  int moveWhere(RowSource rows, RowsToMove moving, RowsToInsert... beside);

  /**
   * Inserts one row in its first state.
   *
   * @param columns name and value of every column except the state
   * @throws IllegalArgumentException if the entity cannot begin in this state
   */
  void enter(Entity entity, Enum<?> first, Map<String, ? extends @Nullable Object> columns);

  /**
   * Inserts the rows that a query finds, each in its first state, in one statement.
   *
   * @param beside further rows that the same statement inserts
   * @return number of rows that were inserted for {@code main}
   */
  int enterAll(RowSource rows, RowsToInsert main, RowsToInsert... beside);

  /**
   * Records an event in the ledger, in this transaction.
   *
   * @param subject the id of a file, request, slice, response, acknowledgement, stop or document
   * @param facts ids, outward codes, counts, digests; never a person's data
   */
  EventRef event(Verb verb, String subject, Map<String, String> facts);

  /**
   * Stores the reason that a person wrote for an action. It goes into a table of its own and not
   * into the ledger, because people write names into reasons.
   */
  void remark(Verb verb, String subject, String words);

  /** The fact of an event with the digest of the reason that a person wrote for it. */
  String REMARK = "remark";

  /** The facts with the digest of the reason, so that a changed reason is noticed. */
  static Map<String, String> withReason(Map<String, String> facts, String words) {
    Map<String, String> all = new TreeMap<>(facts);
    all.put(REMARK, Sha256.hex(words));
    return all;
  }

  /** Inserts the next work. An existing row stays unchanged. */
  void next(WorkQueue queue, String id);

  /**
   * Same as {@link #next(WorkQueue, String)}, but the work becomes due after {@code delay},
   * measured by the database's clock.
   */
  void nextAfter(WorkQueue queue, String id, Duration delay);

  /** Inserts the next work as soon as a published checkpoint covers {@code event}. */
  void nextOnceCovered(WorkQueue queue, String id, EventRef event);

  /** Removes the work row that this step has completed. Does nothing if the row does not exist. */
  void finish(WorkQueue queue, String id);

  /** Same as {@link #next(WorkQueue, String)}, for many ids at once. */
  void nextAll(WorkQueue queue, Collection<String> ids);

  /** Same as {@link #finish(WorkQueue, String)}, for many ids at once. */
  void finishAll(WorkQueue queue, Collection<String> ids);

  /** The timestamp that everything in this change carries, truncated to milliseconds. */
  Instant now();
}
