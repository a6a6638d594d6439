package countersign.sealing;

import countersign.authority.Authority;
import countersign.authority.Officer;
import countersign.authority.Partner;
import countersign.authority.PinnedKey;
import countersign.crypto.DigestMemory;
import countersign.crypto.PartsDigest;
import countersign.pgp.Certificate;
import countersign.statement.SealingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the key to encrypt to: the newest pinned key that is accepted, in date and not revoked. It
 * reads the key files on every call, so a replaced key takes effect at once; the same bytes are
 * parsed, and their signatures verified, only once. Thread-safe.
 */
public final class RecipientKeys implements SealingKeys {
  /** The most certificates that are remembered. */
  private static final int MOST = 2_000;

  private final Authority authority;
  private final DigestMemory<Optional<Certificate>> parsed = new DigestMemory<>(MOST);

  public RecipientKeys(Authority authority) {
    this.authority = authority;
  }

  /**
   * One key for each officer.
   *
   * @return empty unless every one of them has a usable key
   */
  public Optional<List<Certificate>> officers(List<String> officerIds, String agency, Instant at) {
    List<Certificate> certificates = new ArrayList<>();
    for (String id : officerIds) {
      Optional<Certificate> usable = officer(id, agency, at);
      if (usable.isEmpty()) {
        return Optional.empty();
      }
      certificates.add(usable.get());
    }
    return certificates.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(certificates));
  }

  @Override
  public Optional<Fingerprints> of(String officerId, String agency, Instant at) {
    Optional<Certificate> usable = officer(officerId, agency, at);
    return usable.flatMap(
        certificate ->
            certificate
                .encryptionFingerprintAt(at)
                .map(encryption -> new Fingerprints(certificate.fingerprint(), encryption)));
  }

  private Optional<Certificate> officer(String id, String agency, Instant at) {
    return authority
        .officer(id)
        .filter(officer -> officer.agency().equals(agency))
        .map(Officer::keys)
        .flatMap(keys -> newest(keys, at));
  }

  /** The partner's agency key for acknowledgements; empty if none is usable. */
  public Optional<Certificate> agency(String partner, Instant at) {
    return authority.partner(partner).map(Partner::agencyKeys).flatMap(keys -> newest(keys, at));
  }

  private Optional<Certificate> newest(List<PinnedKey> keys, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return keys.stream()
        .filter(key -> key.acceptedOn(day))
        .sorted(Comparator.comparing(PinnedKey::acceptedFrom).reversed())
        .flatMap(key -> read(key).stream())
        .filter(certificate -> !certificate.isRevoked() && certificate.canEncryptAt(at))
        .findFirst();
  }

  /** Reads the key; empty if the file is unreadable, which start-up has already reported. */
  private Optional<Certificate> read(PinnedKey key) {
    try {
      byte[] bytes = Files.readAllBytes(key.file());
      String digest = new PartsDigest().text(key.fingerprint()).bytes(bytes).hex();
      Optional<Optional<Certificate>> known = parsed.find(digest);
      if (known.isPresent()) {
        return known.get();
      }
      Optional<Certificate> found = Certificate.pinned(bytes, key.fingerprint());
      parsed.remember(digest, found);
      return found;
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
