package countersign.ledger;

import java.util.List;

/**
 * Proves that an older state of the log is a prefix of a newer one.
 *
 * @param from number of events in the older state, from 1
 * @param to number of events in the newer state
 * @param path hashes of the proof; empty if both states are the same
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4.2">RFC 9162, 2.1.4.2</a>
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

  /** Makes an unmodifiable copy of the path. */
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** Whether the proof connects the older root to the newer root. */
  public boolean proves(Hash older, Hash newer) {
    if (from < 1 || from > to) {
      return false;
    }
    if (from == to) {
      return path.isEmpty() && older.equals(newer);
    }
    if (path.isEmpty()) {
      return false;
    }
    // If the older tree is complete, its root is the first hash and the path does not repeat it.
    boolean complete = Long.bitCount(from) == 1;
    Hash start = complete ? older : path.get(0);
    return climbs(start, path.subList(complete ? 0 : 1, path.size()), older, newer);
  }

  private boolean climbs(Hash start, List<Hash> siblings, Hash older, Hash newer) {
    int up = Long.numberOfTrailingZeros(from);
    long node = (from - 1) >> up;
    long last = (to - 1) >> up;
    Hash first = start;
    Hash second = start;
    for (Hash sibling : siblings) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        first = Hash.node(sibling, first);
        second = Hash.node(sibling, second);
        int zeros = Long.numberOfTrailingZeros(node);
        node >>= zeros;
        last >>= zeros;
      } else {
        second = Hash.node(second, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && first.equals(older) && second.equals(newer);
  }
}
