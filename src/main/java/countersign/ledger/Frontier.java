package countersign.ledger;

import java.util.ArrayList;
import java.util.List;

/** The right edge of a growing tree: as many hashes as its size has ones. Used by one thread. */
final class Frontier {

  /** Takes each subtree in the moment it is complete. */
  interface Completed {
    /** The subtree above level 0 that has just been completed. */
    void node(MerkleTree.Node node, Hash hash);
  }

  private final List<Hash> edge;
  private long size;

  /** The edge of a tree of {@code size} leaves, in the order of {@link MerkleTree#range}. */
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
