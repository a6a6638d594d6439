package countersign.accounting;

import java.util.List;

/**
 * Sealed entries, to be written in the transaction of the decision.
 *
 * @param rows a block for COPY
 * @param digests one digest per entry, in order
 */
public record SealedEntries(byte[] rows, List<byte[]> digests) {
  /**
   * Makes an immutable copy of the list. The bytes are not copied; callers must not change them.
   */
  public SealedEntries {
    digests = List.copyOf(digests);
  }

  /** The number of entries only. */
  @Override
  public String toString() {
    return digests.size() + " entries";
  }
}
