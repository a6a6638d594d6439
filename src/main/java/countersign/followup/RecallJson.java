package countersign.followup;

import countersign.recall.Recall;
import countersign.recall.SentResponse;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recall or a proposal of one.
 *
 * @param id its number
 * @param by by what responses are recalled
 * @param value an id, or two days
 * @param code why
 * @param state PROPOSED, RUNNING or ENDED
 * @param responses how many responses the first person saw
 * @param proposedBy the first person
 * @param confirmedBy the second person; null while it is a proposal
 * @param stop number of the stop that was set with it; null while it is a proposal
 * @param notices number of its notices
 * @param delivered how many of them lie in an outbox
 * @param awaited how many certificates it needs
 * @param certified how many have come
 */
@Schema(name = "Recall", description = "What two people call back after its delivery")
record RecallJson(
    long id,
    String by,
    String value,
    String code,
    String state,
    int responses,
    String proposedBy,
    Instant proposedAt,
    @Nullable String confirmedBy,
    @Nullable Instant confirmedAt,
    @Nullable Long stop,
    int notices,
    int delivered,
    int awaited,
    int certified) {

  static RecallJson of(Recall recall) {
    return new RecallJson(
        recall.number(),
        recall.selection().by().name(),
        recall.selection().value(),
        recall.code().name(),
        recall.confirmedBy() == null ? "PROPOSED" : recall.isEnded() ? "ENDED" : "RUNNING",
        recall.responses(),
        recall.proposedBy(),
        recall.proposedAt(),
        recall.confirmedBy(),
        recall.confirmedAt(),
        recall.stop(),
        recall.notices(),
        recall.delivered(),
        recall.awaited(),
        recall.certified());
  }

  /** A call that previews or proposes a recall. */
  @Schema(name = "NewRecall")
  record Wanted(
      @Schema(
              allowableValues = {
                "REQUEST",
                "RESPONSE",
                "FILE",
                "RULE_SET",
                "OFFICER",
                "AGENCY",
                "COURT_ORDER",
                "DAYS"
              })
          @Nullable String by,
      @Schema(description = "An id; for DAYS 2026-11-01/2026-11-30") @Nullable String value,
      @Schema(
              allowableValues = {
                "RULE_DEFECT",
                "OTHER_PERSON",
                "NOT_LAWFUL",
                "COURT_ORDER",
                "NO_RECEIPT"
              })
          @Nullable String code,
      @Schema(description = "Why, in your own words; required to propose")
          @Nullable String reason) {
    /** Contains no field. */
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  /** A call that confirms a recall. */
  @Schema(name = "RecallConfirmation")
  record Confirmation(
      @Schema(description = "Why, in your own words", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}

  /**
   * A response that left.
   *
   * @param deliveredEvent number of the ledger's event about its delivery
   * @param entries digests of its accounting entries
   */
  @Schema(name = "SentResponse", description = "A response that left, with what proves it")
  record Sent(
      String responseId,
      String agency,
      List<String> officers,
      List<String> requests,
      @Nullable Instant deliveredAt,
      @Nullable Long deliveredEvent,
      String sealedSha256,
      List<String> entries) {
    static Sent of(SentResponse sent) {
      return new Sent(
          sent.response(),
          sent.agency(),
          sent.officers(),
          sent.requests(),
          sent.deliveredAt(),
          sent.deliveredEvent(),
          sent.sealedSha256(),
          sent.entries());
    }
  }
}
