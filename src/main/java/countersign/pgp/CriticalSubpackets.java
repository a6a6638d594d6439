package countersign.pgp;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPSignature;

/**
 * Critical subpackets of a signature: a reader that does not know one must not accept the
 * signature.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.2.3.7">RFC 9580, 5.2.3.7</a>
 */
final class CriticalSubpackets {
  /**
   * Subpackets that may be marked critical: either the gateway checks them, or they require nothing
   * of a reader.
   */
  private static final Set<Integer> UNDERSTOOD =
      Set.of(
          SignatureSubpacketTags.CREATION_TIME,
          SignatureSubpacketTags.EXPIRE_TIME,
          SignatureSubpacketTags.EXPORTABLE,
          SignatureSubpacketTags.REVOCABLE,
          SignatureSubpacketTags.KEY_EXPIRE_TIME,
          SignatureSubpacketTags.ISSUER_KEY_ID,
          SignatureSubpacketTags.PREFERRED_SYM_ALGS,
          SignatureSubpacketTags.PREFERRED_HASH_ALGS,
          SignatureSubpacketTags.PREFERRED_COMP_ALGS,
          SignatureSubpacketTags.KEY_SERVER_PREFS,
          SignatureSubpacketTags.PREFERRED_KEY_SERV,
          SignatureSubpacketTags.LIBREPGP_PREFERRED_ENCRYPTION_MODES,
          SignatureSubpacketTags.PREFERRED_AEAD_ALGORITHMS,
          SignatureSubpacketTags.PRIMARY_USER_ID,
          SignatureSubpacketTags.KEY_FLAGS,
          SignatureSubpacketTags.SIGNER_USER_ID,
          SignatureSubpacketTags.REVOCATION_REASON,
          SignatureSubpacketTags.FEATURES,
          SignatureSubpacketTags.EMBEDDED_SIGNATURE,
          SignatureSubpacketTags.ISSUER_FINGERPRINT,
          SignatureSubpacketTags.INTENDED_RECIPIENT_FINGERPRINT);

  /** Further subpackets of a certificate that GnuPG accepts as critical too. */
  private static final Set<Integer> UNDERSTOOD_ON_KEYS =
      Set.of(
          SignatureSubpacketTags.TRUST_SIG,
          SignatureSubpacketTags.REG_EXP,
          SignatureSubpacketTags.REVOCATION_KEY,
          SignatureSubpacketTags.POLICY_URL);

  private CriticalSubpackets() {}

  /** Whether a hashed subpacket that the gateway does not know is marked critical. */
  static boolean areUnknown(PGPSignature signature) {
    return unknown(signature).findAny().isPresent();
  }

  /** As {@link #areUnknown}, for a signature of a certificate. */
  static boolean areUnknownOnKey(PGPSignature signature) {
    return unknown(signature).anyMatch(type -> !UNDERSTOOD_ON_KEYS.contains(type));
  }

  private static Stream<Integer> unknown(PGPSignature signature) {
    return Arrays.stream(signature.getHashedSubPackets().toArray())
        .filter(SignatureSubpacket::isCritical)
        .map(SignatureSubpacket::getType)
        .filter(type -> !UNDERSTOOD.contains(type));
  }
}
