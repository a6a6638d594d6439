package countersign.verification;

import countersign.authority.Enrolment.Enrolled;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;

/**
 * Verifies many Ed25519 signatures by few keys. Bouncy Castle needs a tenth of the time that Java
 * needs; a signature that it does not accept, and one of a passkey, is verified as everywhere else.
 * Thread-safe.
 */
final class ManySignatures {
  private static final int SIGNATURE_BYTES = 64;

  private final Map<String, Ed25519PublicKeyParameters> keys = new ConcurrentHashMap<>();

  /** Whether a signature over these bytes was made with the key of an enrolled person. */
  boolean verifies(Enrolled who, byte[] bytes, byte[] signature) {
    return (who.key().passkey() == null && isVerifiedFast(who.key().id(), bytes, signature))
        || who.verifies(bytes, signature);
  }

  private boolean isVerifiedFast(String key, byte[] bytes, byte[] signature) {
    try {
      Ed25519PublicKeyParameters known =
          keys.computeIfAbsent(
              key, name -> new Ed25519PublicKeyParameters(HexFormat.of().parseHex(name)));
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
