package countersign.accounting;

import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * An entry before it is sealed.
 *
 * @param bytes canonical JSON
 * @param digest SHA-256 of them
 * @param place what the ciphertext is bound to
 */
record UnsealedEntry(byte[] bytes, byte[] digest, AssociatedData place) {

  /** Finishes an entry: adds the random bytes and takes the digest. */
  static UnsealedEntry of(
      CanonicalJson json,
      AccountingEntry.Kind kind,
      String fileId,
      @Nullable String requestId,
      @Nullable String responseId) {
    byte[] bytes = json.text("salt", EntryBatch.salt()).end().getBytes(StandardCharsets.UTF_8);
    return new UnsealedEntry(bytes, sha256(bytes), place(kind, fileId, requestId, responseId));
  }

  byte[] seal(DataCipher box) {
    return box.seal(bytes, place);
  }

  /** Rows get their number too late to bind to it, so the place says what the entry is about. */
  static AssociatedData place(
      AccountingEntry.Kind kind,
      String fileId,
      @Nullable String requestId,
      @Nullable String responseId) {
    String row = kind + "/" + fileId + "/" + (requestId == null ? "" : requestId);
    return new AssociatedData(
        "accounting_entry", responseId == null ? row : row + "/" + responseId, "entry_sealed");
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
