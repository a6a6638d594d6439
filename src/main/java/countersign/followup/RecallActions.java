package countersign.followup;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.console.WrittenReason;
import countersign.recall.RecallCode;
import countersign.recall.Recalls;
import countersign.recall.Selection;
import countersign.request.Role;
import java.util.List;
import java.util.Objects;

/** Previews, proposes and confirms recalls, for both page and API. Stateless. */
final class RecallActions {
  private final Recalls recalls;

  RecallActions(Recalls recalls) {
    this.recalls = recalls;
  }

  List<RecallJson> all() {
    return recalls.all().stream().map(RecallJson::of).toList();
  }

  /** What left and would be recalled. */
  List<RecallJson.Sent> preview(RecallJson.Wanted wanted) {
    return recalls.preview(selection(wanted)).stream().map(RecallJson.Sent::of).toList();
  }

  /**
   * Proposes a recall.
   *
   * @throws ApiException without a reason, or if nothing that left is affected
   */
  RecallJson propose(RecallJson.Wanted wanted, Caller caller) {
    String reason = WrittenReason.given(wanted.reason());
    RecallCode code;
    try {
      code = RecallCode.valueOf(Objects.requireNonNullElse(wanted.code(), ""));
    } catch (IllegalArgumentException quotesTheInput) {
      throw malformed("Name one of the codes. Nothing was proposed.");
    }
    return recalls
        .propose(selection(wanted), code, person(caller), reason)
        .flatMap(recalls::find)
        .map(RecallJson::of)
        .orElseThrow(
            () ->
                ApiException.of(
                    ConsoleRefusal.C409_CATCHES_NOTHING,
                    "No response left that this selects, or each of them is recalled. Nothing was proposed."));
  }

  /**
   * Confirms a recall, which sends its notices.
   *
   * @throws ApiException without a reason, or if this person cannot confirm it
   */
  RecallJson confirm(long number, RecallJson.Confirmation confirmation, Caller caller) {
    String reason = WrittenReason.given(confirmation.reason());
    return switch (recalls.confirm(number, person(caller), reason)) {
      case RECALLED -> recalls.find(number).map(RecallJson::of).orElseThrow();
      case NO_PROPOSAL ->
          throw ApiException.of(
              ConsoleRefusal.C404_UNKNOWN,
              "There is no such proposal, it was confirmed, or it is older than 24 hours. Nothing was recalled.");
      case SAME_PERSON ->
          throw conflict("You proposed this recall. Another person must confirm it.");
      case NO_COUNSEL -> throw conflict("One of the two people must be counsel.");
      case CHANGED ->
          throw conflict(
              "Other responses are affected now than the first person saw. Propose the recall again.");
    };
  }

  private static ApiException conflict(String why) {
    return ApiException.of(ConsoleRefusal.C409_OTHER_STATE, why + " Nothing was recalled.");
  }

  private static ApiException malformed(String why) {
    return ApiException.of(ConsoleRefusal.C400_MALFORMED, why);
  }

  private static Recalls.Person person(Caller caller) {
    return new Recalls.Person(caller.actor(), caller.is(Role.COUNSEL));
  }

  private static Selection selection(RecallJson.Wanted wanted) {
    try {
      return new Selection(
          Selection.By.valueOf(Objects.requireNonNullElse(wanted.by(), "")),
          WrittenReason.text(Objects.requireNonNullElse(wanted.value(), "").strip()));
    } catch (IllegalArgumentException quotesTheInput) {
      throw malformed(
          "Name what is selected and its value; write days as 2026-11-01/2026-11-30. Nothing was recalled.");
    }
  }
}
