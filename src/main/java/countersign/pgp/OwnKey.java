package countersign.pgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/**
 * One key of a certificate, with its owner's latest valid statement about it.
 *
 * @param certificate the certificate that contains the key
 * @param key the primary key or a subkey
 * @param revoked whether the key carries a revocation, valid or not: in doubt the key is not
 *     trusted
 * @param statement the newest verified self-signature or binding that states the key's uses; null
 *     if there is none, and then the key has no use
 */
record OwnKey(
    Certificate certificate, PGPPublicKey key, boolean revoked, @Nullable Statement statement) {

  /**
   * Content of a self-signature or binding.
   *
   * @param at signing time
   * @param flags uses of the key, as in RFC 9580, 5.2.3.29
   * @param validSeconds lifetime from the key's creation, in seconds; 0 if it never expires
   * @param strong whether the signature and its back-signature use SHA-256 or better
   * @param backSigned whether the subkey confirms that it belongs to the primary key
   * @param hashed all hashed subpackets
   */
  record Statement(
      Instant at,
      int flags,
      long validSeconds,
      boolean strong,
      boolean backSigned,
      PGPSignatureSubpacketVector hashed) {}

  private static final PGPContentVerifierBuilderProvider VERIFIERS =
      new BcPGPContentVerifierBuilderProvider();

  /**
   * Reads the owner's statements about the primary key: direct signatures and certifications of
   * user ids.
   */
  static OwnKey primary(Certificate certificate, PGPPublicKey primary) {
    List<Statement> statements = new ArrayList<>();
    boolean revoked = false;
    for (Iterator<PGPSignature> own = primary.getKeySignatures(); own.hasNext(); ) {
      PGPSignature signature = own.next();
      revoked |= signature.getSignatureType() == PGPSignature.KEY_REVOCATION;
      if (signature.getSignatureType() == PGPSignature.DIRECT_KEY) {
        said(primary, signature, () -> signature.verifyCertification(primary))
            .ifPresent(statements::add);
      }
    }
    for (Iterator<byte[]> ids = primary.getRawUserIDs(); ids.hasNext(); ) {
      statements.addAll(byUserId(primary, ids.next()));
    }
    return new OwnKey(certificate, primary, revoked, newest(statements));
  }

  /** Reads the primary key's statements about one of its subkeys. */
  static OwnKey subkey(Certificate certificate, PGPPublicKey primary, PGPPublicKey subkey) {
    List<Statement> statements = new ArrayList<>();
    boolean revoked = false;
    for (Iterator<PGPSignature> own = subkey.getKeySignatures(); own.hasNext(); ) {
      PGPSignature signature = own.next();
      revoked |= signature.getSignatureType() == PGPSignature.SUBKEY_REVOCATION;
      if (signature.getSignatureType() == PGPSignature.SUBKEY_BINDING) {
        said(primary, signature, () -> signature.verifyCertification(primary, subkey))
            .map(said -> withBackSignature(said, signature, primary, subkey))
            .ifPresent(statements::add);
      }
    }
    return new OwnKey(certificate, subkey, revoked, newest(statements));
  }

  /** Whether the key or its primary key carries a revocation. */
  boolean isRevoked() {
    return revoked || certificate.primary().revoked();
  }

  /** Fingerprint, 40 upper-case hexadecimal digits. */
  String fingerprint() {
    return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
  }

  /** Whether the owner allows at least one of these uses. */
  boolean mayAny(int flags) {
    return statement != null && (statement.flags() & flags) != 0;
  }

  /**
   * Whether the key existed and had not expired at this moment; always false without a valid
   * statement.
   */
  boolean inDateAt(Instant at) {
    if (statement == null) {
      return false;
    }
    Instant created = key.getCreationTime().toInstant();
    return !at.isBefore(created)
        && (statement.validSeconds() == 0
            || at.isBefore(created.plusSeconds(statement.validSeconds())));
  }

  /** Whether the key and the signature that binds it are strong enough. */
  boolean isStrong() {
    return statement != null && statement.strong() && SignatureRules.isStrong(key);
  }

  private static List<Statement> byUserId(PGPPublicKey primary, byte[] id) {
    List<Statement> statements = new ArrayList<>();
    for (Iterator<PGPSignature> all = primary.getSignaturesForID(id); all.hasNext(); ) {
      PGPSignature signature = all.next();
      if (signature.getKeyID() != primary.getKeyID()) {
        continue;
      }
      if (signature.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION) {
        return List.of();
      }
      if (PGPSignature.isCertification(signature.getSignatureType())) {
        said(primary, signature, () -> signature.verifyCertification(id, primary))
            .ifPresent(statements::add);
      }
    }
    return statements;
  }

  private static @Nullable Statement newest(List<Statement> statements) {
    return statements.stream().max(Comparator.comparing(Statement::at)).orElse(null);
  }

  private static Optional<Statement> said(
      PGPPublicKey by, PGPSignature signature, Verification verification) {
    try {
      PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
      if (hashed == null
          || hashed.getSignatureCreationTime() == null
          || !hashed.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS)
          || SignatureRules.hasUnknownCritical(signature)) {
        return Optional.empty();
      }
      signature.init(VERIFIERS, by);
      if (!verification.holds()) {
        return Optional.empty();
      }
      return Optional.of(
          new Statement(
              hashed.getSignatureCreationTime().toInstant(),
              hashed.getKeyFlags(),
              hashed.getKeyExpirationTime(),
              SignatureRules.isStrongHash(signature.getHashAlgorithm()),
              false,
              hashed));
    } catch (PGPException | RuntimeException e) { // Bouncy Castle cannot read this signature
      return Optional.empty();
    }
  }

  /**
   * Adds the back-signature. GnuPG stores it in the unhashed area, which is safe because it is
   * verified by itself.
   */
  private static Statement withBackSignature(
      Statement said, PGPSignature binding, PGPPublicKey primary, PGPPublicKey subkey) {
    return Stream.of(binding.getHashedSubPackets(), binding.getUnhashedSubPackets())
        .flatMap(area -> backSignature(area, primary, subkey).stream())
        .findFirst()
        .map(back -> said.strong() && SignatureRules.isStrongHash(back.getHashAlgorithm()))
        .map(
            strong ->
                new Statement(
                    said.at(), said.flags(), said.validSeconds(), strong, true, said.hashed()))
        .orElse(said);
  }

  private static Optional<PGPSignature> backSignature(
      PGPSignatureSubpacketVector area, PGPPublicKey primary, PGPPublicKey subkey) {
    try {
      for (PGPSignature back : area.getEmbeddedSignatures()) {
        if (binds(back, primary, subkey)) {
          return Optional.of(back);
        }
      }
      return Optional.empty();
    } catch (PGPException | RuntimeException e) { // treated as absent
      return Optional.empty();
    }
  }

  private static boolean binds(PGPSignature back, PGPPublicKey primary, PGPPublicKey subkey)
      throws PGPException {
    back.init(VERIFIERS, subkey);
    return back.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
        && !SignatureRules.hasUnknownCritical(back)
        && back.verifyCertification(primary, subkey);
  }

  private interface Verification {
    boolean holds() throws PGPException;
  }
}
