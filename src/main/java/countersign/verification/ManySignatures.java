package countersign.verification;

import countersign.request.Ed25519;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;

/**
 * Verifies many Ed25519 signatures by few keys. Bouncy Castle needs a tenth of the time that Java
 * needs; a signature that it does not accept is verified by Java as everywhere else. Thread-safe.
 */
final class ManySignatures {
  private static final int SIGNATURE_BYTES = 64;

  private final Map<String, Ed25519PublicKeyParameters> keys = new ConcurrentHashMap<>();

  /**
   * Whether a signature over these bytes was made with the private half of a key.
   *
   * @param key the 32 bytes of the public key, hexadecimal
   */
  boolean verifies(String key, byte[] publicKey, byte[] bytes, byte[] signature) {
    return isVerifiedFast(key, publicKey, bytes, signature)
        || Ed25519.verifies(publicKey, bytes, signature);
  }

  private boolean isVerifiedFast(String key, byte[] publicKey, byte[] bytes, byte[] signature) {
    try {
      Ed25519PublicKeyParameters known =
          keys.computeIfAbsent(key, name -> new Ed25519PublicKeyParameters(publicKey));
      return signature.length == SIGNATURE_BYTES
          && known.verify(
              org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm.Ed25519,
              null,
              bytes,
              0,
              bytes.length,
              signature,
              0);
    } catch (IllegalArgumentException noPointOfTheCurve) {
      return false;
    }
  }
}
