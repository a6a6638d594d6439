package countersign.accounting;

import countersign.ledger.Frontier;
import countersign.ledger.Hash;
import java.util.List;

/**
 * Sealed entries, to be written in the transaction of the decision.
 *
 * @param statement the COPY statement for the rows
 * @param rows a block for COPY
 * @param digests one digest per entry, in order
 */
public record SealedEntries(String statement, byte[] rows, List<byte[]> digests) {
  /**
   * Makes an immutable copy of the list. The bytes are not copied; callers must not change them.
   */
  public SealedEntries {
    digests = List.copyOf(digests);
  }

  /** Root of the tree (RFC 6962) whose leaves are the digests, in order, hexadecimal. */
  public String root() {
    Frontier tree = new Frontier();
    digests.forEach(digest -> tree.append(Hash.leaf(digest)));
    return tree.root().hex();
  }

  /** The number of entries only. */
  @Override
  public String toString() {
    return digests.size() + " entries";
  }
}
