package countersign.validation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates as the profile writes them. */
public final class Dates {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private Dates() {}

  /** The day, or empty if it is missing or is not {@code YYYY-MM-DD} of a day that exists. */
  public static Optional<LocalDate> of(@Nullable String written) {
    if (written == null || written.strip().length() != 10) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(written.strip(), DAY));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
