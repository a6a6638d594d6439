package countersign.pgp;

import java.util.Set;
import org.bouncycastle.bcpg.BCPGKey;
import org.bouncycastle.bcpg.ECPublicBCPGKey;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPPublicKey;

/** The keys and hashes that are strong enough for the exchange. Stateless. */
final class KeyStrength {
  /** RSA algorithm ids 2 and 3, which new keys no longer use. */
  private static final int RSA_ENCRYPT_ONLY = 2;

  private static final int RSA_SIGN_ONLY = 3;

  private static final int MIN_RSA_BITS = 3072;
  private static final int MAX_RSA_BITS = 8192;
  private static final Set<Integer> HASHES =
      Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512);
  private static final Set<String> CURVES =
      Set.of(
          "1.2.840.10045.3.1.7", // P-256
          "1.3.132.0.34", // P-384
          "1.3.132.0.35", // P-521
          "1.3.6.1.4.1.11591.15.1", // ed25519
          "1.3.6.1.4.1.3029.1.5.1"); // cv25519

  private KeyStrength() {}

  static boolean isStrongHash(int algorithm) {
    return HASHES.contains(algorithm);
  }

  /** Whether the key's algorithm and size are strong enough for signatures and session keys. */
  static boolean isStrong(PGPPublicKey key) {
    int bits = key.getBitStrength();
    return key.getVersion() == 4
        && switch (key.getAlgorithm()) {
          case PublicKeyAlgorithmTags.RSA_GENERAL, RSA_SIGN_ONLY, RSA_ENCRYPT_ONLY ->
              bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS;
          case PublicKeyAlgorithmTags.ECDSA,
              PublicKeyAlgorithmTags.ECDH,
              PublicKeyAlgorithmTags.EDDSA_LEGACY ->
              hasKnownCurve(key.getPublicKeyPacket().getKey());
          case PublicKeyAlgorithmTags.Ed25519, PublicKeyAlgorithmTags.X25519 -> true;
          default -> false;
        };
  }

  private static boolean hasKnownCurve(BCPGKey key) {
    return key instanceof ECPublicBCPGKey curve && CURVES.contains(curve.getCurveOID().getId());
  }
}
