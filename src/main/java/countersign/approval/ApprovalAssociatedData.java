package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.SliceId;
import countersign.vault.AssociatedData;
import java.time.Instant;

/** The associated data that binds each ciphertext of this package to its row and column. */
public final class ApprovalAssociatedData {
  private ApprovalAssociatedData() {}

  static AssociatedData drafts(SliceId slice) {
    return new AssociatedData("draft_block", slice.toString(), "block_sealed");
  }

  static AssociatedData item(RequestKey key) {
    return new AssociatedData("draft", key.toString(), "item_sealed");
  }

  static AssociatedData evidence(RequestKey key) {
    return new AssociatedData("draft", key.toString(), "evidence_sealed");
  }

  public static AssociatedData internalReason(RequestKey key) {
    return new AssociatedData("no_match", key.toString(), "inner_sealed");
  }

  /**
   * The associated data of a reason. The row's number does not exist yet when the reason is sealed,
   * so request, step, account and time identify the row.
   */
  public static AssociatedData reason(RequestKey key, String step, String account, Instant at) {
    return new AssociatedData(
        "approval", key + "/" + step + "/" + account + "/" + at.toEpochMilli(), "reason_sealed");
  }
}
