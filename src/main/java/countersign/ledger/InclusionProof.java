package countersign.ledger;

import java.util.List;

/**
 * Proves that an event is in the log, to anyone who has the root.
 *
 * @param index index of the event, from 0
 * @param size number of events that the root covers
 * @param path audit path, lowest hash first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3.2">RFC 9162, 2.1.3.2</a>
 */
public record InclusionProof(long index, long size, List<Hash> path) {

  /** Makes an unmodifiable copy of the path. */
  public InclusionProof {
    path = List.copyOf(path);
  }

  /** Whether the proof connects this leaf to this root. */
  public boolean proves(Hash leaf, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = Hash.node(sibling, hash);
        int up = Long.numberOfTrailingZeros(node);
        node >>= up;
        last >>= up;
      } else {
        hash = Hash.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
