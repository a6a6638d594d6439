package countersign.pgp;

import java.util.Map;
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
  private static final Map<String, String> CURVES =
      Map.of(
          "1.2.840.10045.3.1.7", "P-256",
          "1.3.132.0.34", "P-384",
          "1.3.132.0.35", "P-521",
          "1.3.6.1.4.1.11591.15.1", "ed25519",
          "1.3.6.1.4.1.3029.1.5.1", "cv25519");

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
    return key instanceof ECPublicBCPGKey curve && CURVES.containsKey(curve.getCurveOID().getId());
  }

  /** The key's algorithm and size or curve, for people. */
  static String described(PGPPublicKey key) {
    return switch (key.getAlgorithm()) {
      case PublicKeyAlgorithmTags.RSA_GENERAL, RSA_SIGN_ONLY, RSA_ENCRYPT_ONLY -> sized("RSA", key);
      case PublicKeyAlgorithmTags.DSA -> sized("DSA", key);
      case PublicKeyAlgorithmTags.ELGAMAL_ENCRYPT -> sized("Elgamal", key);
      case PublicKeyAlgorithmTags.ECDSA -> "ECDSA on " + curve(key);
      case PublicKeyAlgorithmTags.ECDH -> "ECDH on " + curve(key);
      case PublicKeyAlgorithmTags.EDDSA_LEGACY -> "EdDSA on " + curve(key);
      case PublicKeyAlgorithmTags.Ed25519 -> "ed25519";
      case PublicKeyAlgorithmTags.X25519 -> "x25519";
      case PublicKeyAlgorithmTags.Ed448 -> "ed448";
      case PublicKeyAlgorithmTags.X448 -> "x448";
      default -> "an algorithm that the gateway does not know";
    };
  }

  private static String sized(String algorithm, PGPPublicKey key) {
    return "%s, %d bits".formatted(algorithm, key.getBitStrength());
  }

  private static String curve(PGPPublicKey key) {
    return key.getPublicKeyPacket().getKey() instanceof ECPublicBCPGKey curve
        ? CURVES.getOrDefault(curve.getCurveOID().getId(), "another curve")
        : "another curve";
  }
}
