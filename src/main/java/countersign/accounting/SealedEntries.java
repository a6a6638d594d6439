package countersign.accounting;

import java.util.List;

/**
 * Entries that are sealed and wait to be written in the transaction of the decision.
 *
 * @param rows a block for COPY
 * @param digests one for each entry, in order
 */
public record SealedEntries(byte[] rows, List<byte[]> digests) {
  /** Copies the list in; the bytes are not copied, nobody changes them. */
  public SealedEntries {
    digests = List.copyOf(digests);
  }

  /** Says how many they are. */
  @Override
  public String toString() {
    return digests.size() + " entries";
  }
}
