package countersign.ledger;

import java.util.ArrayList;
import java.util.List;

/** The right edge of a growing tree: one hash for each one-bit of its size. Not thread-safe. */
final class Frontier {

  /** Receives each subtree when it is complete. */
  interface Completed {
    /** Called with a subtree above level 0 that is now complete. */
    void node(MerkleTree.Node node, Hash hash);
  }

  private final List<Hash> edge;
  private long size;

  /**
   * Creates the edge of a tree.
   *
   * @param size number of leaves
   * @param edge hashes in the order of {@link MerkleTree#range}
   */
  Frontier(long size, List<Hash> edge) {
    if (edge.size() != Long.bitCount(size)) {
      throw new IllegalStateException(
          "The edge of a tree of %d leaves has %d hashes, found %d"
              .formatted(size, Long.bitCount(size), edge.size()));
    }
    this.size = size;
    this.edge = new ArrayList<>(edge);
  }

  long size() {
    return size;
  }

  void append(Hash leaf, Completed completed) {
    Hash hash = leaf;
    for (int level = 1; (size >> (level - 1) & 1) == 1; level++) {
      hash = Hash.node(edge.remove(edge.size() - 1), hash);
      completed.node(new MerkleTree.Node(level, size >> level), hash);
    }
    edge.add(hash);
    size++;
  }

  Hash root() {
    return MerkleTree.fold(edge);
  }
}
