package countersign.receipts;

import countersign.authority.Authority;
import countersign.authority.PinnedKey;
import countersign.pgp.Certificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The certificates with which an officer of an agency signs. Thread-safe. */
final class OfficerCertificates {
  private final Authority authority;
  private final Map<PinnedKey, Optional<Certificate>> read = new ConcurrentHashMap<>();

  OfficerCertificates(Authority authority) {
    this.authority = authority;
  }

  /** The officer's pinned certificates on that day; empty if the agency has no such officer. */
  List<Certificate> of(String officer, String agency, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return authority
        .officer(officer)
        .filter(known -> known.agency().equals(agency))
        .map(known -> known.keysOn(day))
        .orElse(List.of())
        .stream()
        .flatMap(key -> read.computeIfAbsent(key, OfficerCertificates::read).stream())
        .toList();
  }

  private static Optional<Certificate> read(PinnedKey key) {
    try {
      return Certificate.pinned(key.file(), key.fingerprint());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key %s cannot be read; run check".formatted(key.file()), e);
    }
  }
}
