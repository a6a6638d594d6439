package countersign.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/** The one place that makes and verifies Ed25519 signatures (RFC 8032). Stateless. */
public final class Ed25519 {
  /** The length of a public key in bytes. */
  public static final int PUBLIC_BYTES = 32;

  /** The length of a signature in bytes. */
  public static final int SIGNATURE_BYTES = 64;

  private static final String NAME = "Ed25519";

  private Ed25519() {}

  /** A new key pair. */
  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(NAME).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has Ed25519", e);
    }
  }

  /** The 32 bytes of a public key. */
  public static byte[] raw(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
  }

  /**
   * Signs bytes.
   *
   * @param privateKey in PKCS #8 form
   */
  public static byte[] sign(byte[] privateKey, byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(
          KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The private key is not an Ed25519 key", e);
    }
  }

  /**
   * Whether a signature over these bytes was made with the private half of this key. Bouncy Castle
   * verifies, because it needs an eighth of the time that Java's own provider needs.
   */
  public static boolean verifies(byte[] publicKey, byte[] bytes, byte[] signed) {
    return publicKey.length == PUBLIC_BYTES
        && signed.length == SIGNATURE_BYTES
        && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
            signed, 0, publicKey, 0, bytes, 0, bytes.length);
  }
}
