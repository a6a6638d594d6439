package countersign.followup;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.console.WrittenReason;
import countersign.receipts.DueItem;
import countersign.receipts.DueItems;
import countersign.receipts.Extensions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is due, and how two people give more time, for both page and API. Stateless. */
final class DueActions {
  /** Reminders begin 30 days before a day. */
  private static final int DAYS = 30;

  private static final int MOST_DAYS = 400;
  private static final int MOST = 1_000;

  private final DueItems due;
  private final Extensions extensions;

  DueActions(DueItems due, Extensions extensions) {
    this.due = due;
    this.extensions = extensions;
  }

  /**
   * What is due, the most urgent first.
   *
   * @param agency only of this agency; null for all
   * @param officer only of this officer; null for all
   * @param days within this number of days; null for 30
   */
  List<DueJson> all(@Nullable String agency, @Nullable String officer, @Nullable Integer days) {
    int within = Math.min(MOST_DAYS, Math.max(0, Objects.requireNonNullElse(days, DAYS)));
    return due.within(within, MOST).stream()
        .filter(item -> isAny(agency) || item.agency().equalsIgnoreCase(agency))
        .filter(item -> isAny(officer) || item.officer().equalsIgnoreCase(officer))
        .map(DueJson::of)
        .toList();
  }

  private static boolean isAny(@Nullable String wanted) {
    return wanted == null || wanted.isBlank();
  }

  /**
   * Proposes a later day, or confirms it.
   *
   * @throws ApiException without a reason, if nothing is due under these ids, if the day is not a
   *     later one, or if the caller proposed it
   */
  DueJson.Extended extend(DueJson.Wanted wanted, Caller caller) {
    String reason = WrittenReason.given(wanted.reason());
    return switch (extensions.extend(parsed(wanted), caller.actor(), reason)) {
      case PROPOSED -> new DueJson.Extended("PROPOSED");
      case EXTENDED -> new DueJson.Extended("EXTENDED");
      case SAME_PERSON ->
          throw ApiException.of(
              ConsoleRefusal.C409_OTHER_STATE,
              "You proposed this day. Another person must confirm it within 24 hours. Nothing was changed.");
      case NOTHING ->
          throw ApiException.of(
              ConsoleRefusal.C404_UNKNOWN,
              "Nothing of that kind is due from this officer, or the day is not a later one. Nothing was changed.");
    };
  }

  private static Extensions.Wanted parsed(DueJson.Wanted wanted) {
    try {
      return new Extensions.Wanted(
          Objects.requireNonNullElse(wanted.responseId(), ""),
          Objects.requireNonNullElse(wanted.officerId(), ""),
          DueItem.What.valueOf(Objects.requireNonNullElse(wanted.what(), "")),
          LocalDate.parse(Objects.requireNonNullElse(wanted.until(), "")));
    } catch (IllegalArgumentException | DateTimeException quotesTheInput) {
      throw ApiException.of(
          ConsoleRefusal.C400_MALFORMED,
          "Write what as RECEIPT or DISPOSITION and until as YYYY-MM-DD. Nothing was changed.");
    }
  }
}
