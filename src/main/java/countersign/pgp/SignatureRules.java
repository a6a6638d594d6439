package countersign.pgp;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.IssuerKeyID;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;

/**
 * The gateway's own rules for signatures and keys, stricter than those of Bouncy Castle. Stateless.
 */
final class SignatureRules {
  static final int MAY_SIGN = 0x02;
  static final int MAY_ENCRYPT = 0x04 | 0x08;

  private SignatureRules() {}

  /**
   * Parses a signature packet.
   *
   * @throws EnvelopeRefused BAD_SIGNATURE if it is not a signature of version 4
   */
  static PGPSignature read(byte[] packet) throws EnvelopeRefused {
    if (packet.length == 0 || packet[0] != 4) {
      throw refused(EnvelopeFault.BAD_SIGNATURE, "a signature of version 4 is expected");
    }
    try {
      return new PGPSignature(Packets.whole(PacketTag.SIGNATURE, packet));
    } catch (IOException | PGPException | RuntimeException e) {
      throw new EnvelopeRefused(EnvelopeFault.BAD_SIGNATURE, "it cannot be read", e);
    }
  }

  /** Reads a signature of a certificate; empty if it is of a kind that this version cannot read. */
  static Optional<PGPSignature> readable(byte[] packet) {
    try {
      return Optional.of(read(packet));
    } catch (EnvelopeRefused e) { // a version or an algorithm of other years proves nothing here
      return Optional.empty();
    }
  }

  /**
   * Whether the hashed subpackets leave it open that this key made the signature; others are not
   * read, because anybody can change them.
   */
  static boolean mayBeBy(PGPSignature signature, PGPPublicKey key) {
    PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
    return Arrays.stream(hashed.getSubpackets(SignatureSubpacketTags.ISSUER_KEY_ID))
            .allMatch(each -> ((IssuerKeyID) each).getKeyID() == key.getKeyID())
        && Arrays.stream(hashed.getSubpackets(SignatureSubpacketTags.ISSUER_FINGERPRINT))
            .allMatch(each -> names(each, key));
  }

  /**
   * Refuses a message that the signer sealed for other recipients and that one of them sealed again
   * for the gateway.
   *
   * @throws EnvelopeRefused NOT_FOR_US if the signature names recipients and the gateway's primary
   *     key is not among them
   */
  static void requireMeantFor(PGPSignature signature, CertificateKey ours) throws EnvelopeRefused {
    List<SignatureSubpacket> named =
        List.of(
            signature
                .getHashedSubPackets()
                .getSubpackets(SignatureSubpacketTags.INTENDED_RECIPIENT_FINGERPRINT));
    if (!named.isEmpty() && named.stream().noneMatch(each -> names(each, ours.key()))) {
      throw refused(EnvelopeFault.NOT_FOR_US, "its signer names other recipients");
    }
  }

  /**
   * Finds the key with this id in all pinned certificates; empty if it is not pinned. If a
   * certificate is pinned twice, the revoked copy is used.
   */
  static Optional<CertificateKey> find(Collection<Certificate> pinned, long keyId) {
    return pinned.stream()
        .flatMap(certificate -> certificate.keys().stream())
        .filter(own -> own.key().getKeyID() == keyId)
        .max(Comparator.comparing(CertificateKey::isRevoked));
  }

  /**
   * Refuses a key that could not have signed at any time, before anything is hashed. What holds at
   * the signing time is checked by {@link #judgeTime}.
   *
   * @throws EnvelopeRefused KEY_REVOKED, UNKNOWN_SIGNER or WEAK
   */
  static void requireUsable(CertificateKey signer, int keyAlgorithm, int hashAlgorithm)
      throws EnvelopeRefused {
    CertificateKey primary = signer.certificate().primary();
    if (signer.isRevoked()) {
      throw refused(EnvelopeFault.KEY_REVOKED, "key " + signer.fingerprint());
    }
    if (!signer.wasBoundToSign() || !primary.wasStated()) {
      throw notBound(signer);
    }
    if (!KeyStrength.isStrong(signer.key())
        || !KeyStrength.isStrong(primary.key())
        || !KeyStrength.isStrongHash(hashAlgorithm)) {
      throw weak(signer, hashAlgorithm);
    }
    if (signer.key().getAlgorithm() != keyAlgorithm) {
      throw refused(
          EnvelopeFault.BAD_SIGNATURE, "it names an algorithm other than that of its key");
    }
  }

  /**
   * Refuses a signature whose content is not acceptable, before its value is verified.
   *
   * @throws EnvelopeRefused BAD_SIGNATURE or UNKNOWN_SIGNER
   */
  static void requireForm(PGPSignature signature, CertificateKey signer) throws EnvelopeRefused {
    PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
    if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
      throw refused(EnvelopeFault.BAD_SIGNATURE, "it is not of type 0x00 over a binary document");
    }
    if (hashed.getSubpackets(SignatureSubpacketTags.CREATION_TIME).length != 1) {
      throw refused(EnvelopeFault.BAD_SIGNATURE, "it does not state one signing time");
    }
    if (CriticalSubpackets.areUnknown(signature)) {
      throw refused(EnvelopeFault.BAD_SIGNATURE, "it has an unknown critical subpacket");
    }
    if (!mayBeBy(signature, signer.key())) {
      throw refused(EnvelopeFault.UNKNOWN_SIGNER, "it names a different key than expected");
    }
  }

  /**
   * Checks the signing time of a verified signature.
   *
   * @return who signed
   * @throws EnvelopeRefused SIGNED_TOO_EARLY, SIGNED_IN_FUTURE, BAD_SIGNATURE or KEY_EXPIRED
   */
  static Signer judgeTime(
      PGPSignature signature, CertificateKey signer, Instant receivedAt, EnvelopeLimits limits)
      throws EnvelopeRefused {
    PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
    Instant signedAt = hashed.getSignatureCreationTime().toInstant();
    if (signedAt.isBefore(receivedAt.minus(limits.maxSignatureAge()))) {
      throw refused(
          EnvelopeFault.SIGNED_TOO_EARLY, "signed %s, received %s".formatted(signedAt, receivedAt));
    }
    if (signedAt.isAfter(receivedAt.plus(limits.clockTolerance()))) {
      throw refused(
          EnvelopeFault.SIGNED_IN_FUTURE, "signed %s, received %s".formatted(signedAt, receivedAt));
    }
    long validSeconds = hashed.getSignatureExpirationTime();
    if (validSeconds != 0 && !receivedAt.isBefore(signedAt.plusSeconds(validSeconds))) {
      throw refused(EnvelopeFault.BAD_SIGNATURE, "the signature's own expiry time has passed");
    }
    Instant known = signedAt.isAfter(receivedAt) ? signedAt : receivedAt;
    requireValid(signer, signature.getHashAlgorithm(), signedAt, known);
    CertificateKey primary = signer.certificate().primary();
    return new Signer(primary.fingerprint(), signer.fingerprint(), signedAt);
  }

  /**
   * Refuses a key that was not valid at the signing time.
   *
   * @throws EnvelopeRefused KEY_EXPIRED, UNKNOWN_SIGNER or WEAK
   */
  private static void requireValid(CertificateKey signer, int hash, Instant signedAt, Instant known)
      throws EnvelopeRefused {
    CertificateKey primary = signer.certificate().primary();
    CertificateKey.Statement said = signer.statementAt(signedAt, known);
    boolean lapsed =
        said == null
            || primary.statementAt(signedAt, known) == null
            || !signer.inDateAt(signedAt, known)
            || !primary.inDateAt(signedAt, known);
    if (said != null && (said.flags() & MAY_SIGN) == 0) {
      throw notBound(signer);
    }
    // requireUsable has seen a back-signature, so a missing one has lapsed.
    if (lapsed || (!signer.isPrimary() && !said.backSigned())) {
      throw refused(
          EnvelopeFault.KEY_EXPIRED, "key %s at %s".formatted(signer.fingerprint(), signedAt));
    }
    if (!signer.isStrong(signedAt, known) || !primary.isStrong(signedAt, known)) {
      throw weak(signer, hash);
    }
  }

  private static EnvelopeRefused notBound(CertificateKey signer) {
    return refused(
        EnvelopeFault.UNKNOWN_SIGNER, "key " + signer.fingerprint() + " is not bound to sign");
  }

  private static EnvelopeRefused weak(CertificateKey signer, int hashAlgorithm) {
    return refused(
        EnvelopeFault.WEAK,
        "hash %d by key %s; SHA-256 or better, RSA of 3072 to 8192 bits, ed25519 or a NIST curve are expected"
            .formatted(hashAlgorithm, signer.fingerprint()));
  }

  /** Whether a fingerprint subpacket, which starts with a version octet, names this key. */
  private static boolean names(SignatureSubpacket subpacket, PGPPublicKey key) {
    byte[] data = subpacket.getData();
    byte[] own = key.getFingerprint();
    return data.length > 1 && Arrays.equals(data, 1, data.length, own, 0, own.length);
  }

  private static EnvelopeRefused refused(EnvelopeFault fault, String detail) {
    return new EnvelopeRefused(fault, detail);
  }
}
