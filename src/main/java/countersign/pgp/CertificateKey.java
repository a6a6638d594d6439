package countersign.pgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.jspecify.annotations.Nullable;

/**
 * One key of a certificate, with everything that its owner has said about it. What holds depends on
 * the moment: a self-signature or binding counts only while it is itself in date, and the newest
 * one in date rules.
 */
final class CertificateKey {
  private final Certificate certificate;
  private final PGPPublicKey key;
  private final boolean revoked;
  private final List<OwnerSignature> direct;
  private final List<List<OwnerSignature>> perPart;

  /**
   * Keeps what was verified.
   *
   * @param revoked whether the key or its designated revoker revoked it, at any time
   * @param direct self-signatures on the primary key itself; empty for a subkey
   * @param perPart for a primary key a list for each user id; for a subkey the list of its bindings
   */
  CertificateKey(
      Certificate certificate,
      PGPPublicKey key,
      boolean revoked,
      List<OwnerSignature> direct,
      List<List<OwnerSignature>> perPart) {
    this.certificate = certificate;
    this.key = key;
    this.revoked = revoked;
    this.direct = List.copyOf(direct);
    this.perPart = List.copyOf(perPart);
  }

  /**
   * What holds about a key at one moment.
   *
   * @param flags uses of the key, as in RFC 9580, 5.2.3.29
   * @param validSeconds lifetime from the key's creation, in seconds; 0 if it never expires
   * @param strong whether the ruling signature and its back-signature use SHA-256 or better
   * @param backSigned whether the subkey confirms that it belongs to the primary key
   * @param hashed all hashed subpackets of the ruling signature
   */
  record Statement(
      int flags,
      long validSeconds,
      boolean strong,
      boolean backSigned,
      PGPSignatureSubpacketVector hashed) {}

  Certificate certificate() {
    return certificate;
  }

  PGPPublicKey key() {
    return key;
  }

  boolean isPrimary() {
    return equals(certificate.primary());
  }

  /** Whether this key itself is revoked; see {@link #isRevoked()}. */
  boolean revoked() {
    return revoked;
  }

  /** Whether the key or its primary key is revoked. */
  boolean isRevoked() {
    return revoked || certificate.primary().revoked();
  }

  /** Fingerprint, 40 upper-case hexadecimal digits. */
  String fingerprint() {
    return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
  }

  Instant created() {
    return key.getCreationTime().toInstant();
  }

  /**
   * What holds at this moment; null if nothing does, and then the key has no use.
   *
   * <p>As in GnuPG, a self-signature on the primary key itself comes before those on user ids, and
   * those on user ids are read together.
   *
   * @param known a signature made later than this is not known yet
   */
  @Nullable Statement statementAt(Instant at, Instant known) {
    List<OwnerSignature> ruling = new ArrayList<>();
    ruling(direct, at, known).ifPresent(ruling::add);
    perPart.stream()
        .flatMap(part -> ruling(part, at, known).stream())
        .filter(claim -> !claim.revocation())
        .sorted(Comparator.comparing(OwnerSignature::at).reversed())
        .forEach(ruling::add);
    long validSeconds =
        ruling.stream()
            .mapToLong(OwnerSignature::keySeconds)
            .filter(any -> any != 0)
            .findFirst()
            .orElse(0);
    return ruling.stream()
        .filter(OwnerSignature::statesUse)
        .findFirst()
        .or(() -> ruling.stream().findFirst())
        .map(claim -> claim.statement(validSeconds, at))
        .orElse(null);
  }

  /** The newest claim in date; of two made in the same second the later packet. */
  private static Optional<OwnerSignature> ruling(
      List<OwnerSignature> part, Instant at, Instant known) {
    return part.stream()
        .filter(claim -> claim.countsAt(at, known))
        .reduce((one, next) -> next.at().isBefore(one.at()) ? one : next);
  }

  /** Whether the owner allows at least one of these uses at this moment. */
  boolean mayAny(int flags, Instant at) {
    Statement statement = statementAt(at, at);
    return statement != null && (statement.flags() & flags) != 0;
  }

  /** Whether the key could serve this use at some moment of its life if it were not revoked. */
  boolean mayEver(int flags) {
    return KeyStrength.isStrong(key)
        && claims()
            .anyMatch(
                claim ->
                    claim.strong()
                        && (claim.hashed().getKeyFlags() & flags) != 0
                        && (isPrimary()
                            || (flags & SignatureRules.MAY_SIGN) == 0
                            || claim.isBackSignedEver()));
  }

  /** Whether the key is strong, and so was at least one signature on it. */
  boolean isEverStrong() {
    return KeyStrength.isStrong(key) && claims().anyMatch(OwnerSignature::strong);
  }

  /** Whether the owner ever allowed this key to sign, whatever has lapsed since. */
  boolean wasBoundToSign() {
    return claims()
        .anyMatch(
            claim ->
                (claim.hashed().getKeyFlags() & SignatureRules.MAY_SIGN) != 0
                    && (isPrimary() || claim.isBackSignedEver()));
  }

  /** Whether nothing speaks for the primary key because the owner revoked every user id. */
  boolean isEveryUserIdRevoked(Instant at) {
    return ruling(direct, at, at).isEmpty()
        && !perPart.isEmpty()
        && perPart.stream()
            .allMatch(part -> ruling(part, at, at).filter(OwnerSignature::revocation).isPresent());
  }

  /** Whether the owner ever signed the key, whatever has lapsed since. */
  boolean wasStated() {
    return claims().findAny().isPresent();
  }

  /**
   * Whether the key existed and had not expired at this moment; always false without a valid
   * statement.
   */
  boolean inDateAt(Instant at, Instant known) {
    Statement statement = statementAt(at, known);
    return statement != null
        && !at.isBefore(created())
        && (statement.validSeconds() == 0
            || at.isBefore(created().plusSeconds(statement.validSeconds())));
  }

  /** Whether the key and the signature that binds it are strong enough. */
  boolean isStrong(Instant at, Instant known) {
    Statement statement = statementAt(at, known);
    return statement != null && statement.strong() && KeyStrength.isStrong(key);
  }

  /** Moments at which the key's use may begin or end. */
  Stream<Instant> turns() {
    return Stream.concat(
        Stream.concat(Stream.of(created()), claims().map(OwnerSignature::at)),
        claims().flatMap(this::ends));
  }

  /** Moments at which the key ends by what its owner said last; empty if it does not end. */
  Stream<Instant> lastEnds() {
    return claims().max(Comparator.comparing(OwnerSignature::at)).stream().flatMap(this::ends);
  }

  private Stream<Instant> ends(OwnerSignature claim) {
    return Stream.of(
            claim.until(),
            claim.keySeconds() == 0 ? null : created().plusSeconds(claim.keySeconds()))
        .filter(Objects::nonNull);
  }

  private Stream<OwnerSignature> claims() {
    return Stream.concat(direct.stream(), perPart.stream().flatMap(List::stream))
        .filter(claim -> !claim.revocation());
  }
}
