package countersign.notification;

import countersign.authority.Authority;
import countersign.authority.PinnedKey;
import countersign.pgp.Certificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The keys of agencies and officers that end soon: they are retired, or they expire. */
final class ExpiringKeys {
  private static final Duration SOON = Duration.ofDays(30);
  private final Authority authority;
  private final Clock clock;

  ExpiringKeys(Authority authority, Clock clock) {
    this.authority = authority;
    this.clock = clock;
  }

  /** Their fingerprints. A key whose file cannot be read is told by {@code check} and by health. */
  Set<String> fingerprints() {
    Instant now = clock.instant();
    Set<String> ending = new TreeSet<>();
    Stream.concat(
            authority.partners().stream().flatMap(partner -> partner.agencyKeys().stream()),
            authority.officers().stream()
                .flatMap(id -> authority.officer(id).stream())
                .flatMap(officer -> officer.keys().stream()))
        .filter(key -> endsSoon(key, now))
        .forEach(key -> ending.add(key.fingerprint()));
    return ending;
  }

  private static boolean endsSoon(PinnedKey key, Instant now) {
    Instant soon = now.plus(SOON);
    Instant retired =
        key.retiredOn() == null
            ? Instant.MAX
            : key.retiredOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    return now.isBefore(retired) && (retired.isBefore(soon) || expiresBefore(key, now, soon));
  }

  private static boolean expiresBefore(PinnedKey key, Instant now, Instant soon) {
    try (InputStream in = Files.newInputStream(key.file())) {
      return Certificate.parse(in).stream()
          .filter(each -> each.fingerprint().equals(key.fingerprint()))
          .flatMap(each -> each.expiresAt(now).stream())
          .anyMatch(at -> now.isBefore(at) && at.isBefore(soon));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
