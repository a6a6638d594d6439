package countersign.pgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
 * Verifies the signatures of a certificate's owner, once, when the certificate is read. A signature
 * by anybody else has no effect, except a revocation by the revoker whom the owner designated.
 */
final class SelfSignatures {
  private static final PGPContentVerifierBuilderProvider VERIFIERS =
      new BcPGPContentVerifierBuilderProvider();

  private final CertificatePackets packets;
  private final PGPPublicKey primary;
  private final List<DesignatedRevoker> revokers;

  SelfSignatures(CertificatePackets packets) {
    this.packets = packets;
    this.primary = packets.primary();
    this.revokers = designated();
  }

  /** Reads the primary key with the self-signatures on it and on its user ids. */
  CertificateKey primary(Certificate certificate, List<PGPPublicKey> others) {
    List<OwnerSignature> direct =
        claims(
            packets.direct(),
            signature -> signature.getSignatureType() == PGPSignature.DIRECT_KEY,
            signature -> signature.verifyCertification(primary));
    List<List<OwnerSignature>> perUserId = new ArrayList<>();
    for (CertificatePackets.UserId userId : packets.userIds()) {
      perUserId.add(
          claims(
              userId.signatures(),
              SelfSignatures::isOnUserId,
              signature -> signature.verifyCertification(userId.id(), primary)));
    }
    boolean revoked = keyRevocations().anyMatch(signature -> isRevokedBy(signature, others));
    return new CertificateKey(certificate, primary, revoked, direct, perUserId);
  }

  /** Reads a subkey with its bindings. */
  CertificateKey subkey(Certificate certificate, CertificatePackets.Subkey subkey) {
    PGPPublicKey key = subkey.key();
    List<OwnerSignature> bindings = new ArrayList<>();
    boolean revoked = false;
    for (PGPSignature signature : subkey.signatures()) {
      int type = signature.getSignatureType();
      Check check = each -> each.verifyCertification(primary, key);
      if (type == PGPSignature.SUBKEY_REVOCATION) {
        revoked |= holds(signature, primary, check);
      } else if (type == PGPSignature.SUBKEY_BINDING) {
        claim(signature, check, backSignatures(signature, key)).ifPresent(bindings::add);
      }
    }
    return new CertificateKey(certificate, key, revoked, List.of(), List.of(bindings));
  }

  /**
   * Whether a revocation names a designated revoker whose own certificate is not at hand, so that
   * nothing proves it.
   */
  boolean hasUnprovenRevocation(List<PGPPublicKey> others) {
    return keyRevocations()
        .filter(signature -> !isRevokedBy(signature, others))
        .anyMatch(
            signature ->
                revokers.stream()
                    .filter(revoker -> others.stream().noneMatch(other -> revoker.is(other)))
                    .anyMatch(revoker -> revoker.keyId() == signature.getKeyID()));
  }

  /** Whether the owner designated this key to revoke the certificate. */
  boolean mayRevoke(PGPPublicKey other) {
    return revokers.stream().anyMatch(revoker -> revoker.is(other));
  }

  private Stream<PGPSignature> keyRevocations() {
    return packets.direct().stream()
        .filter(signature -> signature.getSignatureType() == PGPSignature.KEY_REVOCATION);
  }

  private boolean isRevokedBy(PGPSignature signature, List<PGPPublicKey> others) {
    Check check = each -> each.verifyCertification(primary);
    return holds(signature, primary, check)
        || others.stream()
            .filter(this::mayRevoke)
            .anyMatch(revoker -> holds(signature, revoker, check));
  }

  /** The designated revokers of every self-signature, whatever its age, as in GnuPG. */
  private List<DesignatedRevoker> designated() {
    List<DesignatedRevoker> found = new ArrayList<>();
    for (PGPSignature signature : packets.direct()) {
      if (signature.getSignatureType() == PGPSignature.DIRECT_KEY
          && !CriticalSubpackets.areUnknownOnKey(signature)
          && holds(signature, primary, each -> each.verifyCertification(primary))) {
        Stream.of(signature.getHashedSubPackets().getSubpackets(DesignatedRevoker.SUBPACKET))
            .flatMap(subpacket -> DesignatedRevoker.read(subpacket.getData()).stream())
            .forEach(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static boolean isOnUserId(PGPSignature signature) {
    return signature.isCertification()
        || signature.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION;
  }

  private List<OwnerSignature> claims(
      List<PGPSignature> signatures, Predicate<PGPSignature> kind, Check check) {
    return signatures.stream()
        .filter(kind)
        .flatMap(signature -> claim(signature, check, List.of()).stream())
        .toList();
  }

  private Optional<OwnerSignature> claim(
      PGPSignature signature, Check check, List<OwnerSignature.BackSignature> backSignatures) {
    PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
    Instant at = signedAt(hashed);
    if (at == null
        || at.isBefore(primary.getCreationTime().toInstant())
        || CriticalSubpackets.areUnknownOnKey(signature)
        || !holds(signature, primary, check)) {
      return Optional.empty();
    }
    return Optional.of(
        new OwnerSignature(
            at,
            until(hashed, at),
            signature.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION,
            KeyStrength.isStrongHash(signature.getHashAlgorithm()),
            backSignatures,
            hashed));
  }

  /**
   * Reads the back-signatures of a binding. GnuPG stores them in the unhashed area, which is safe
   * because each is verified by itself.
   */
  private List<OwnerSignature.BackSignature> backSignatures(
      PGPSignature binding, PGPPublicKey subkey) {
    List<OwnerSignature.BackSignature> found = new ArrayList<>();
    for (PGPSignatureSubpacketVector area :
        Arrays.asList(binding.getHashedSubPackets(), binding.getUnhashedSubPackets())) {
      for (PGPSignature back : embedded(area)) {
        PGPSignatureSubpacketVector hashed = back.getHashedSubPackets();
        Instant at = signedAt(hashed);
        if (at != null
            && back.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
            && !CriticalSubpackets.areUnknownOnKey(back)
            && holds(back, subkey, each -> each.verifyCertification(primary, subkey))) {
          boolean strong = KeyStrength.isStrongHash(back.getHashAlgorithm());
          found.add(new OwnerSignature.BackSignature(until(hashed, at), strong));
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<PGPSignature> embedded(@Nullable PGPSignatureSubpacketVector area) {
    return area == null
        ? List.of()
        : Arrays.stream(area.getSubpackets(SignatureSubpacketTags.EMBEDDED_SIGNATURE))
            .flatMap(each -> SignatureRules.readable(each.getData()).stream())
            .toList();
  }

  private static @Nullable Instant signedAt(@Nullable PGPSignatureSubpacketVector hashed) {
    return hashed == null || hashed.getSignatureCreationTime() == null
        ? null
        : hashed.getSignatureCreationTime().toInstant();
  }

  private static @Nullable Instant until(PGPSignatureSubpacketVector hashed, Instant at) {
    long seconds = hashed.getSignatureExpirationTime();
    return seconds == 0 ? null : at.plusSeconds(seconds);
  }

  /** Whether this key made the signature. */
  private static boolean holds(PGPSignature signature, PGPPublicKey by, Check check) {
    if (!SignatureRules.mayBeBy(signature, by)) {
      return false;
    }
    try {
      signature.init(VERIFIERS, by);
      return check.holds(signature);
    } catch (PGPException | RuntimeException e) { // Bouncy Castle cannot read this signature
      return false;
    }
  }

  private interface Check {
    boolean holds(PGPSignature signature) throws PGPException;
  }
}
