package countersign.ledger;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that can be verified, for example in a database or an export. Each stream is read once,
 * to its end, and closed.
 */
public interface LedgerSource {

  /**
   * A stored leaf.
   *
   * @param index index in the tree, from 0
   * @param event the event's canonical bytes; null if they are missing
   * @param recorded the stored hash
   */
  record Leaf(long index, byte @Nullable [] event, Hash recorded) {}

  /**
   * A stored complete subtree.
   *
   * @param level the subtree covers 2^level leaves, from 1
   * @param index its first leaf is index * 2^level
   * @param hash hash over these leaves
   */
  record Subtree(int level, long index, Hash hash) {}

  /** All leaves, by index. */
  Stream<Leaf> leaves();

  /** All checkpoints, by size. */
  Stream<Checkpoint> checkpoints();

  /** Whether complete subtrees are stored; an export does not contain them. */
  default boolean keepsSubtrees() {
    return false;
  }

  /** All complete subtrees, in the order in which they were completed. */
  default Stream<Subtree> subtrees() {
    return Stream.empty();
  }

  /** Looks for other faults in the storage; called last, if all hashes are correct. */
  default Optional<VerificationResult.Inconsistent> otherFault() {
    return Optional.empty();
  }
}
