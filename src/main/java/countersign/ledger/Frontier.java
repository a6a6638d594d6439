package countersign.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: as many hashes as its size has ones, however many leaves were
 * added. Used by one thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962, 2.1</a>
 */
public final class Frontier {

  /** Receives each subtree when it is complete. */
  interface Completed {
    /** Called with a subtree above level 0 that is now complete. */
    void node(MerkleTree.Node node, Hash hash);
  }

  private final List<Hash> edge;
  private long size;

  /** A tree without leaves. */
  public Frontier() {
    this(0, List.of());
  }

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

  /** How many leaves were added. */
  public long size() {
    return size;
  }

  /** Adds the next leaf. */
  public void append(Hash leaf) {
    append(leaf, (node, hash) -> {});
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

  /** The root over what was added so far; {@link Hash#EMPTY} over nothing. */
  public Hash root() {
    return MerkleTree.fold(edge);
  }
}
