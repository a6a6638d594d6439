package countersign.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time, as pages show it.
 *
 * @param iso machine-readable form, ISO 8601
 * @param utc readable form, in UTC
 * @param age time that has passed since then, or that remains until then
 */
public record Timestamps(String iso, String utc, String age) {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Formats a time relative to now; null if {@code instant} is null. */
  public static @Nullable Timestamps of(@Nullable Instant instant, Clock clock) {
    return Optional.ofNullable(instant).map(at -> at(at, clock)).orElse(null);
  }

  /** Formats a time relative to now. */
  public static Timestamps at(Instant instant, Clock clock) {
    Duration since = Duration.between(instant, clock.instant());
    String age = since.isNegative() ? "in " + span(since.negated()) : span(since) + " ago";
    return new Timestamps(instant.toString(), UTC.format(instant), age);
  }

  /** Formats a duration in its two largest units. */
  public static String span(Duration span) {
    long seconds = span.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return "%d min %d s".formatted(seconds / 60, seconds % 60);
    }
    if (seconds < 86_400) {
      return "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
    }
    return "%d d %d h".formatted(seconds / 86_400, seconds % 86_400 / 3600);
  }
}
