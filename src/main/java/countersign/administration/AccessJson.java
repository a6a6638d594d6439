package countersign.administration;

import countersign.accounts.AccessRecord;
import countersign.console.ApiException;
import countersign.console.ConsoleRefusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of the access record in the API. */
@Schema(name = "AccessEntry", description = "A sign-in, a failure, a lock or a view")
record AccessJson(
    long id,
    @Schema(description = "SIGN_IN, SIGN_IN_FAILED, LOCK or VIEW") String kind,
    @Schema(description = "Account; unknown if no account has the name that was typed")
        String account,
    @Schema(description = "Address of the client; of IPv6 its network") String source,
    @Schema(description = "PAGE or CALL; of a view CASE, STATUS, RULES or PARKED") String what,
    @Schema(description = "Id of what was seen") String subject,
    @Schema(description = "Number of failures in the minute") int times,
    Instant at) {
  /** Number of entries on one page. */
  static final int MOST = 100;

  static AccessJson of(AccessRecord.Entry entry) {
    return new AccessJson(
        entry.id(),
        entry.kind().name(),
        entry.account(),
        entry.source(),
        entry.what(),
        entry.subject(),
        entry.times(),
        entry.at());
  }

  /** What to list; every part may be left out. */
  record Asked(
      @Nullable String account,
      @Nullable String subject,
      @Nullable String day,
      @Nullable Long before) {

    /** The filter; an empty text filters nothing. */
    AccessRecord.Filter filter() {
      return new AccessRecord.Filter(
          given(account), given(subject), given(day).map(Asked::day), Optional.ofNullable(before));
    }

    private static Optional<String> given(@Nullable String text) {
      return Optional.ofNullable(text).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static LocalDate day(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw ApiException.of(
            ConsoleRefusal.C400_MALFORMED, "A day has the form 2026-11-24. Nothing was listed.");
      }
    }
  }

  static List<AccessJson> of(List<AccessRecord.Entry> entries) {
    return entries.stream().limit(MOST).map(AccessJson::of).toList();
  }
}
