package countersign.screening;

import countersign.authority.Authority;
import countersign.authority.Officer;
import countersign.authority.PinnedKey;
import countersign.pgp.Certificate;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The officers to whom a response could be encrypted at a file's pick-up. Each key file is read
 * once for each file. Thread-safe.
 */
final class OfficerKeys {
  private final Authority authority;
  private final Instant pickedUpAt;
  private final Map<String, Boolean> receives = new ConcurrentHashMap<>();

  OfficerKeys(Authority authority, Instant pickedUpAt) {
    this.authority = authority;
    this.pickedUpAt = pickedUpAt;
  }

  /** The enrolled officer with this id; empty if none of the officer's keys can receive. */
  Optional<Officer> officer(String id) {
    return authority
        .officer(id)
        .filter(one -> receives.computeIfAbsent(one.officerId(), any -> canReceive(one)));
  }

  private boolean canReceive(Officer officer) {
    LocalDate day = LocalDate.ofInstant(pickedUpAt, ZoneOffset.UTC);
    return officer.keysOn(day).stream().anyMatch(this::canReceive);
  }

  /** A file that cannot be read holds no key that can receive; {@code check} says why. */
  private boolean canReceive(PinnedKey key) {
    try {
      return Certificate.pinned(key.file(), key.fingerprint())
          .filter(certificate -> certificate.canEncryptAt(pickedUpAt))
          .isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
