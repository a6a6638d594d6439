package countersign.accounting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry, opened for somebody with a need to know.
 *
 * @param number order of writing
 * @param kind what it accounts for
 * @param fileId the file
 * @param requestId the request; null for a whole file
 * @param responseId the response; null unless it accounts for an answer
 * @param agency who asked
 * @param at when it was written
 * @param json the canonical entry; holds identities
 * @param digest SHA-256 of {@code json} as kept beside it, hexadecimal
 * @param intact whether {@code digest} is the digest of {@code json}
 */
public record AccountingEntry(
    long number,
    Kind kind,
    String fileId,
    @Nullable String requestId,
    @Nullable String responseId,
    String agency,
    Instant at,
    String json,
    String digest,
    boolean intact) {

  /** What an entry accounts for. */
  public enum Kind {
    /** A file that could not be read, so that nobody knows what it asked. */
    FILE,
    /** One request, taken, held or refused before any look-up. */
    REQUEST,
    /** The answer to one request. */
    DISPOSITION
  }

  /** Names the entry only: what it says belongs in no log. */
  @Override
  public String toString() {
    return kind + " " + number;
  }
}
