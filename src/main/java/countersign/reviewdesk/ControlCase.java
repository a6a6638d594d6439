package countersign.reviewdesk;

import countersign.approval.Approval;
import countersign.approval.ApprovalStep;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A made-up case that reviewers must deny, with its decisions. No request has its key.
 *
 * @param key the key under which reviewers see it
 * @param like the request whose form it copies
 * @param flaw why it must be denied
 * @param sealed its sealed content
 * @param sha256 SHA-256 of its item's bytes
 * @param draftedAt the time at which it was made
 * @param partner the partner whose file it is shown in
 * @param answerBy the time at which its group is due; null if not known yet
 * @param groupEnded whether its group is answered
 * @param decisions its decisions, oldest first
 */
record ControlCase(
    RequestKey key,
    RequestKey like,
    ControlFlaw flaw,
    Sealed sealed,
    byte[] sha256,
    Instant draftedAt,
    String partner,
    @Nullable Instant answerBy,
    boolean groupEnded,
    List<Decided> decisions) {
  private static final String DECLINE = "DECLINE";

  /** Its content, sealed with the draft key of the file. */
  record Sealed(byte[] request, byte[] item, byte[] evidence) {}

  /**
   * One person's decision.
   *
   * @param lapsesAt null for a denial
   */
  record Decided(
      String step,
      String account,
      byte[] reasonSealed,
      Instant at,
      @Nullable Instant lapsesAt,
      Approval.Signature signed) {}

  String hex() {
    return HexFormat.of().formatHex(sha256);
  }

  /** The endorsement that counts; empty if there is none, or if it has expired. */
  Optional<Decided> endorsement(Instant now) {
    return last(ApprovalStep.ENDORSE.name())
        .filter(
            row ->
                last(ApprovalStep.COUNTERSIGN.name()).isPresent()
                    || row.lapsesAt() == null
                    || row.lapsesAt().isAfter(now));
  }

  Optional<Decided> last(String step) {
    return decisions.stream()
        .filter(row -> row.step().equals(step))
        .reduce((earlier, later) -> later);
  }

  /** The state that a reviewer sees, as that of a request with the same decisions. */
  RequestState state(Instant now) {
    boolean decided =
        last(DECLINE).isPresent() || last(ApprovalStep.COUNTERSIGN.name()).isPresent();
    if (isOver(now)) {
      return decided && groupEnded ? RequestState.DELIVERED : ended(decided);
    }
    if (last(DECLINE).isPresent()) {
      return RequestState.DECLINED;
    }
    if (last(ApprovalStep.COUNTERSIGN.name()).isPresent()) {
      return RequestState.COUNTERSIGNED;
    }
    return endorsement(now).isPresent() ? RequestState.ENDORSED : RequestState.DRAFTED;
  }

  private RequestState ended(boolean decided) {
    return decided ? RequestState.RELEASED : RequestState.EXPIRED;
  }

  boolean isOver(Instant now) {
    return groupEnded || (answerBy != null && !answerBy.isAfter(now));
  }
}
