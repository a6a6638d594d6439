package countersign.approval;

import countersign.request.RequestKey;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Seals what people write about a case, and opens it. Stateless. */
final class DecisionNote {
  private static final int MOST = 2_000;

  private final Vault vault;

  DecisionNote(Vault vault) {
    this.vault = vault;
  }

  /** Whether it is a reason: some words, and not too many. */
  static boolean isReason(String reason) {
    return !reason.isBlank() && reason.length() <= MOST;
  }

  byte[] seal(RequestKey key, String step, String account, Instant at, String words) {
    return vault
        .draft(key.file().value())
        .seal(
            words.getBytes(StandardCharsets.UTF_8),
            ApprovalAssociatedData.reason(key, step, account, at));
  }

  String open(JdbcApprovals.Row row) {
    byte[] words =
        vault
            .draft(row.key().file().value())
            .open(
                row.reasonSealed(),
                ApprovalAssociatedData.reason(row.key(), row.step(), row.account(), row.at()));
    return new String(words, StandardCharsets.UTF_8);
  }
}
