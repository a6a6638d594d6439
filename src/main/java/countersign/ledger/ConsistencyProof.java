package countersign.ledger;

import java.util.List;

/**
 * Shows that an older state of the log is a prefix of a newer one.
 *
 * @param from number of events in the older, from 1
 * @param to number of events in the newer
 * @param path the hashes between; empty if both are the same
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4.2">RFC 9162, 2.1.4.2</a>
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

  /** Copies the path. */
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** Whether it ties the older root to the newer. */
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
    // A complete older tree is itself the first hash, and is not repeated in the path.
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
