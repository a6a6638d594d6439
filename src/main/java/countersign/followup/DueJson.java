package countersign.followup;

import countersign.receipts.DueItem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that an officer has still to say about a response.
 *
 * @param responseId the response
 * @param officerId the officer
 * @param agency the officer's agency
 * @param what RECEIPT or DISPOSITION
 * @param day the day by which it is due, UTC
 * @param daysLeft days from today to that day; negative if it has passed
 * @param overdue whether the agency is blocked for it
 */
@Schema(name = "DueItem", description = "A receipt or disposition that has not come")
record DueJson(
    String responseId,
    String officerId,
    String agency,
    String what,
    LocalDate day,
    long daysLeft,
    boolean overdue) {

  static DueJson of(DueItem item) {
    return new DueJson(
        item.response(),
        item.officer(),
        item.agency(),
        item.what().name(),
        item.day(),
        item.daysLeft(),
        item.overdue());
  }

  /** A call that proposes or confirms a later day. */
  @Schema(name = "Extension")
  record Wanted(
      @Nullable String responseId,
      @Nullable String officerId,
      @Schema(allowableValues = {"RECEIPT", "DISPOSITION"}) @Nullable String what,
      @Schema(description = "The new day, YYYY-MM-DD") @Nullable String until,
      @Schema(description = "Why, in your own words", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}

  /**
   * What became of it.
   *
   * @param state PROPOSED, which another person confirms with the same call, or EXTENDED
   */
  @Schema(name = "ExtensionState")
  record Extended(String state) {}
}
