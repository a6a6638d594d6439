package countersign.accounting;

import countersign.ledger.CanonicalJson;
import countersign.request.Sha256;
import countersign.vault.Box;
import countersign.vault.Place;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An entry before it is sealed.
 *
 * @param bytes canonical JSON
 * @param digest SHA-256 of them
 * @param place what the ciphertext is bound to
 */
record Draft(byte[] bytes, byte[] digest, Place place) {

  /** Finishes an entry: adds the random bytes and takes the digest. */
  static Draft of(
      CanonicalJson json,
      Entry.Kind kind,
      String fileId,
      @Nullable String requestId,
      @Nullable String responseId) {
    byte[] bytes = json.text("salt", EntryBatch.salt()).end().getBytes(StandardCharsets.UTF_8);
    return new Draft(bytes, Sha256.of(bytes), place(kind, fileId, requestId, responseId));
  }

  byte[] seal(Box box) {
    return box.seal(bytes, place);
  }

  /** Rows get their number too late to bind to it, so the place says what the entry is about. */
  static Place place(
      Entry.Kind kind, String fileId, @Nullable String requestId, @Nullable String responseId) {
    String row = kind + "/" + fileId + "/" + (requestId == null ? "" : requestId);
    return new Place(
        "accounting_entry", responseId == null ? row : row + "/" + responseId, "entry_sealed");
  }
}
