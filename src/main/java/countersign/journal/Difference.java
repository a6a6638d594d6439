package countersign.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a journal knows and the database does not.
 *
 * @param last the last line of the journal; null if there is none
 * @param ledgerKnown whether the database's ledger has the checkpoint of that line, or two people
 *     have confirmed that it has not
 * @param newest the number of events that the database's newest checkpoint covers
 * @param unknown the uploads that the database does not know, oldest first
 */
record Difference(
    @Nullable JournalLine last, boolean ledgerKnown, long newest, List<Unknown> unknown) {
  Difference {
    unknown = List.copyOf(unknown);
  }

  /** An upload that the database does not know. */
  record Unknown(String id, Instant at, int results) {}

  /** Whether the database is older than the journal. */
  boolean isOlder() {
    return !ledgerKnown || !unknown.isEmpty();
  }
}
