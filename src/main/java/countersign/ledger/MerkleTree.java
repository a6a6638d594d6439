package countersign.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Computes which complete subtrees form a root or a proof, as in RFC 6962; does not hash.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1.1">RFC 6962, 2.1.1 and 2.1.2</a>
 */
final class MerkleTree {

  /**
   * Position of a complete subtree.
   *
   * @param level the subtree covers 2^level leaves; 0 is a leaf
   * @param index its first leaf is index * 2^level
   */
  record Node(int level, long index) {}

  private MerkleTree() {}

  /**
   * The complete subtrees over the leaves from {@code begin}, inclusive, to {@code end}, exclusive,
   * left to right, largest first.
   */
  static List<Node> range(long begin, long end) {
    List<Node> nodes = new ArrayList<>();
    long from = begin;
    while (from < end) {
      int level = 63 - Long.numberOfLeadingZeros(end - from);
      nodes.add(new Node(level, from >> level));
      from += 1L << level;
    }
    return nodes;
  }

  /** Hash over neighbouring subtrees, each of which covers fewer leaves than the previous one. */
  static Hash fold(List<Hash> neighbours) {
    if (neighbours.isEmpty()) {
      return Hash.EMPTY;
    }
    Hash hash = neighbours.get(neighbours.size() - 1);
    for (int i = neighbours.size() - 2; i >= 0; i--) {
      hash = Hash.node(neighbours.get(i), hash);
    }
    return hash;
  }

  /** Audit path of a leaf, lowest hash first; each hash is the fold of one inner list. */
  static List<List<Node>> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "There is no leaf %d in a tree of %d leaves".formatted(index, size));
    }
    List<List<Node>> path = new ArrayList<>();
    audit(index, 0, size, path);
    return path;
  }

  private static void audit(long index, long begin, long end, List<List<Node>> path) {
    if (end - begin == 1) {
      return;
    }
    long split = begin + split(end - begin);
    if (index < split) {
      audit(index, begin, split, path);
      path.add(range(split, end));
    } else {
      audit(index, split, end, path);
      path.add(range(begin, split));
    }
  }

  /**
   * Subtrees that prove that the tree of {@code from} leaves is a prefix of the tree of {@code to}
   * leaves.
   */
  static List<List<Node>> consistency(long from, long to) {
    if (from < 1 || from > to) {
      throw new IllegalArgumentException(
          "A tree of %d events cannot be a prefix of one of %d events".formatted(from, to));
    }
    List<List<Node>> path = new ArrayList<>();
    subproof(from, 0, to, true, path);
    return path;
  }

  private static void subproof(
      long from, long begin, long end, boolean known, List<List<Node>> path) {
    if (from == end) {
      if (!known) {
        path.add(range(begin, end));
      }
      return;
    }
    long split = begin + split(end - begin);
    if (from <= split) {
      subproof(from, begin, split, known, path);
      path.add(range(split, end));
    } else {
      subproof(from, split, end, false, path);
      path.add(range(begin, split));
    }
  }

  /** The largest power of two smaller than {@code count}. */
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }
}
