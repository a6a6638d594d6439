package countersign.pgp;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.jspecify.annotations.Nullable;

/**
 * One verified signature of a certificate's owner: a self-signature, a binding, or the revocation
 * of a user id. Only its hashed subpackets are read.
 *
 * @param at signing time
 * @param until when the signature itself expires; null if it never does
 * @param revocation true if it revokes a user id
 * @param strong whether its hash is SHA-256 or better
 * @param backSignatures verified back-signatures of a subkey
 * @param hashed all hashed subpackets
 */
record OwnerSignature(
    Instant at,
    @Nullable Instant until,
    boolean revocation,
    boolean strong,
    List<BackSignature> backSignatures,
    PGPSignatureSubpacketVector hashed) {

  /**
   * A subkey's confirmation that it belongs to the primary key. It counts until it expires; the
   * binding that contains it says from when.
   *
   * @param until when it expires; null if it never does
   */
  record BackSignature(@Nullable Instant until, boolean strong) {
    private boolean countsAt(Instant moment) {
      return until == null || moment.isBefore(until);
    }
  }

  /**
   * Whether the signature itself is in date.
   *
   * @param known a signature made later than this is not known yet
   */
  boolean countsAt(Instant moment, Instant known) {
    return !at.isAfter(known) && (until == null || moment.isBefore(until));
  }

  /** Lifetime of the key from its creation, in seconds; 0 if it never expires. */
  long keySeconds() {
    return hashed.getKeyExpirationTime();
  }

  boolean statesUse() {
    return hashed.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS);
  }

  boolean isBackSignedEver() {
    return !backSignatures.isEmpty();
  }

  CertificateKey.Statement statement(long validSeconds, Instant moment) {
    List<BackSignature> counting =
        backSignatures.stream().filter(back -> back.countsAt(moment)).toList();
    boolean strongBack = counting.isEmpty() || counting.stream().anyMatch(BackSignature::strong);
    return new CertificateKey.Statement(
        hashed.getKeyFlags(), validSeconds, strong && strongBack, !counting.isEmpty(), hashed);
  }
}
