package countersign.accounting;

import countersign.crypto.Sha256;
import countersign.ledger.CanonicalJson;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An entry before it is sealed.
 *
 * @param bytes canonical JSON
 * @param digest SHA-256 of {@code bytes}
 * @param associatedData associated data to which the ciphertext is bound
 */
record UnsealedEntry(byte[] bytes, byte[] digest, AssociatedData associatedData) {

  /** Completes an entry: adds the random bytes and computes the digest. */
  static UnsealedEntry of(
      CanonicalJson json,
      AccountingEntry.EntryType kind,
      String fileId,
      @Nullable String requestId,
      @Nullable String responseId) {
    byte[] bytes = salted(json);
    return new UnsealedEntry(
        bytes, Sha256.of(bytes), associatedData(kind, fileId, requestId, responseId));
  }

  /** Completes an entry: adds the random bytes. */
  static byte[] salted(CanonicalJson json) {
    return json.text("salt", EntryBatch.salt()).end().getBytes(StandardCharsets.UTF_8);
  }

  byte[] seal(DataCipher cipher) {
    return cipher.seal(bytes, associatedData);
  }

  /**
   * A row's number is assigned too late to bind the ciphertext to it, so the associated data names
   * what the entry is about.
   */
  static AssociatedData associatedData(
      AccountingEntry.EntryType kind,
      String fileId,
      @Nullable String requestId,
      @Nullable String responseId) {
    String row = kind + "/" + fileId + "/" + (requestId == null ? "" : requestId);
    return new AssociatedData(
        "accounting_entry", responseId == null ? row : row + "/" + responseId, "entry_sealed");
  }
}
