package countersign.accounting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decrypted accounting entry, for people with a need to know.
 *
 * @param number position in the order of writing; for a request, its position in the file
 * @param kind what it accounts for
 * @param fileId id of the file
 * @param requestId id of the request; null for a whole file
 * @param responseId id of the response; null unless the entry accounts for an answer
 * @param agency agency that asked
 * @param at when it was written
 * @param json the canonical entry; contains identities
 * @param digest SHA-256 of {@code json} as stored with the entry, hexadecimal
 * @param intact true if {@code digest} matches {@code json}
 */
public record AccountingEntry(
    long number,
    EntryType kind,
    String fileId,
    @Nullable String requestId,
    @Nullable String responseId,
    String agency,
    Instant at,
    String json,
    String digest,
    boolean intact) {

  /** What an entry accounts for. */
  public enum EntryType {
    /** A file that could not be read, so that its requests are unknown. */
    FILE,
    /** One request: taken, held or refused before any look-up. */
    REQUEST,
    /** The answer to one request. */
    DISPOSITION,
    /**
     * The answer to one request that left before an older database was restored, written anew from
     * the journal of uploads.
     */
    RECONSTRUCTED
  }

  /** Kind and number only; the content must not appear in a log. */
  @Override
  public String toString() {
    return kind + " " + number;
  }
}
