package countersign.crypto;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm;

/**
 * Verifies many Ed25519 signatures by few keys. Bouncy Castle needs a tenth of the time that Java
 * needs; a signature that Bouncy Castle rejects is verified once more by Java. Thread-safe.
 */
public final class Ed25519Verifier {
  private final Map<String, Ed25519PublicKeyParameters> keys = new ConcurrentHashMap<>();

  /**
   * Whether a signature over these bytes was made with the private half of this key.
   *
   * @param publicKey 32 bytes, hexadecimal
   */
  public boolean verifies(String publicKey, byte[] bytes, byte[] signature) {
    return isVerifiedFast(publicKey, bytes, signature)
        || Ed25519.verifies(HexFormat.of().parseHex(publicKey), bytes, signature);
  }

  private boolean isVerifiedFast(String publicKey, byte[] bytes, byte[] signature) {
    try {
      Ed25519PublicKeyParameters known =
          keys.computeIfAbsent(
              publicKey, name -> new Ed25519PublicKeyParameters(HexFormat.of().parseHex(name)));
      return signature.length == Ed25519.SIGNATURE_BYTES
          && known.verify(Algorithm.Ed25519, null, bytes, 0, bytes.length, signature, 0);
    } catch (IllegalArgumentException noPointOfTheCurve) {
      return false;
    }
  }
}
