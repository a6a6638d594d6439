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
 * One key of a certificate with what its owner last said about it.
 *
 * @param certificate whose key it is
 * @param key the primary key or a subkey
 * @param revoked whether it carries a revocation, valid or not: a doubt is decided against the key
 * @param statement the newest verified self-signature or binding that says what the key may do;
 *     null if there is none, and then the key may do nothing
 */
record OwnKey(
    Certificate certificate, PGPPublicKey key, boolean revoked, @Nullable Statement statement) {

  /**
   * What a self-signature says.
   *
   * @param at when it was said
   * @param flags what the key may do, as in RFC 9580, 5.2.3.29
   * @param validSeconds from the key's creation; 0 for ever
   * @param strong whether it and its back-signature use SHA-256 or better
   * @param backSigned whether the subkey agrees to belong to the primary key
   * @param hashed everything that was said
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

  /** Reads what the owner says about the primary key, by direct signatures and by user ids. */
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

  /** Reads what the primary key says about one of its subkeys. */
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

  /** Whether it, or the primary key that it hangs on, carries a revocation. */
  boolean isRevoked() {
    return revoked || certificate.primary().revoked();
  }

  /** 40 upper-case hexadecimal digits. */
  String fingerprint() {
    return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
  }

  /** Whether its owner gave it one of these uses. */
  boolean mayAny(int flags) {
    return statement != null && (statement.flags() & flags) != 0;
  }

  /** Whether it existed and had not expired; a key that is bound by nothing is never in date. */
  boolean inDateAt(Instant at) {
    if (statement == null) {
      return false;
    }
    Instant created = key.getCreationTime().toInstant();
    return !at.isBefore(created)
        && (statement.validSeconds() == 0
            || at.isBefore(created.plusSeconds(statement.validSeconds())));
  }

  /** Whether it and what binds it are strong enough to be relied on. */
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
    } catch (PGPException | RuntimeException e) { // not a signature that Bouncy Castle can read
      return Optional.empty();
    }
  }

  /** GnuPG puts the back-signature where it is not hashed; it proves itself. */
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
    } catch (PGPException | RuntimeException e) { // as if there were none
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
