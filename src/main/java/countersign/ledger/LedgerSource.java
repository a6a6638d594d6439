package countersign.ledger;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A ledger to verify, wherever it is kept. Each stream is read once, to its end, and closed. */
public interface LedgerSource {

  /**
   * A leaf as it is kept.
   *
   * @param index its place, from 0
   * @param event the event's canonical bytes; null if they are gone
   * @param recorded the hash it was given
   */
  record Leaf(long index, byte @Nullable [] event, Hash recorded) {}

  /**
   * A complete subtree as it is kept.
   *
   * @param level it covers 2^level leaves, from 1
   * @param index its first leaf is index * 2^level
   * @param hash over them
   */
  record Subtree(int level, long index, Hash hash) {}

  /** All leaves, by index. */
  Stream<Leaf> leaves();

  /** All checkpoints, by size. */
  Stream<Checkpoint> checkpoints();

  /** Whether complete subtrees are kept; an export needs none. */
  default boolean keepsSubtrees() {
    return false;
  }

  /** All complete subtrees, in the order in which they were completed. */
  default Stream<Subtree> subtrees() {
    return Stream.empty();
  }

  /** What else may be wrong with the way it is kept: asked last, when all hashes are right. */
  default Optional<VerificationResult.Inconsistent> otherFault() {
    return Optional.empty();
  }
}
