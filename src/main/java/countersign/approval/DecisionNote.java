package countersign.approval;

import countersign.request.RequestKey;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Encrypts and decrypts the notes that people write about a case. Stateless. */
final class DecisionNote {
  private static final int MAX_CHARACTERS = 2_000;

  private final Vault vault;

  DecisionNote(Vault vault) {
    this.vault = vault;
  }

  /** Whether the text is not blank and has at most 2,000 characters. */
  static boolean isReason(String reason) {
    return !reason.isBlank() && reason.length() <= MAX_CHARACTERS;
  }

  byte[] seal(RequestKey key, String step, String account, Instant at, String note) {
    return vault
        .draft(key.file().value())
        .seal(
            note.getBytes(StandardCharsets.UTF_8),
            ApprovalAssociatedData.reason(key, step, account, at));
  }

  String open(JdbcApprovals.StoredDecision row) {
    byte[] note =
        vault
            .draft(row.key().file().value())
            .open(
                row.reasonSealed(),
                ApprovalAssociatedData.reason(row.key(), row.step(), row.account(), row.at()));
    return new String(note, StandardCharsets.UTF_8);
  }
}
