package countersign.approval;

import countersign.request.RequestKey;
import countersign.vault.AssociatedData;
import java.time.Instant;

/** Where this package's ciphertexts stand. */
final class ApprovalAssociatedData {
  private ApprovalAssociatedData() {}

  static AssociatedData item(RequestKey key) {
    return new AssociatedData("draft", key.toString(), "item_sealed");
  }

  static AssociatedData evidence(RequestKey key) {
    return new AssociatedData("draft", key.toString(), "evidence_sealed");
  }

  static AssociatedData inner(RequestKey key) {
    return new AssociatedData("no_match", key.toString(), "inner_sealed");
  }

  /** An approval's number is not known when its reason is sealed; who, what and when name it. */
  static AssociatedData reason(RequestKey key, String step, String account, Instant at) {
    return new AssociatedData(
        "approval", key + "/" + step + "/" + account + "/" + at.toEpochMilli(), "reason_sealed");
  }
}
