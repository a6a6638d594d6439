package countersign.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.authenticator.EdDSACOSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import countersign.crypto.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** An authenticator in Java, which also signs what a real one would refuse to sign. */
public final class TestPasskey {
  /** A port on which a test can serve the console to which these passkeys belong. */
  public static final int PORT = freePort();

  public static final String RP_ID = "localhost";
  public static final String ORIGIN = "http://localhost:" + PORT;
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;

  private final KeyPair pair;
  private final String algorithm;
  private final PublicPasskey passkey;

  private TestPasskey(KeyPair pair, String algorithm, COSEKey key, String credential) {
    this.pair = pair;
    this.algorithm = algorithm;
    this.passkey =
        new PublicPasskey(
            text(Sha256.of(credential.getBytes(UTF_8))),
            text(PasskeyCheck.CONVERTER.getCborMapper().writeValueAsBytes(key)),
            RP_ID,
            ORIGIN);
  }

  /** A port on which nothing listens. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static TestPasskey es256(String credential) {
    KeyPair pair = pair("EC");
    return new TestPasskey(
        pair,
        "SHA256withECDSA",
        EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES256),
        credential);
  }

  public static TestPasskey edDsa(String credential) {
    KeyPair pair = pair("Ed25519");
    return new TestPasskey(
        pair,
        "Ed25519",
        EdDSACOSEKey.create((EdECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.EdDSA),
        credential);
  }

  private static KeyPair pair(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public PublicPasskey passkey() {
    return passkey;
  }

  /** The private half in PKCS #8 form, to be put into a browser's authenticator. */
  public byte[] privateKey() {
    return pair.getPrivate().getEncoded();
  }

  /** What a person signs, and what an authenticator says about it. */
  public record Ceremony(String origin, String rpId, String type, int flags, String more) {
    /** As a browser and an authenticator do it. */
    public static final Ceremony RIGHT =
        new Ceremony(ORIGIN, RP_ID, "webauthn.get", PRESENT | VERIFIED, "");

    Ceremony at(String other) {
      return new Ceremony(other, rpId, type, flags, more);
    }

    Ceremony inDomain(String other) {
      return new Ceremony(origin, other, type, flags, more);
    }

    Ceremony ofType(String other) {
      return new Ceremony(origin, rpId, other, flags, more);
    }

    Ceremony withFlags(int other) {
      return new Ceremony(origin, rpId, type, other, more);
    }

    Ceremony saying(String other) {
      return new Ceremony(origin, rpId, type, flags, other);
    }
  }

  /** Signs a statement. */
  public byte[] sign(byte[] statement) {
    return sign(statement, Ceremony.RIGHT).write();
  }

  public PasskeyAssertion sign(byte[] statement, Ceremony as) {
    byte[] data =
        ByteBuffer.allocate(37)
            .put(Sha256.of(as.rpId().getBytes(UTF_8)))
            .put((byte) as.flags())
            .putInt(1)
            .array();
    byte[] client =
        """
        {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false%s}\
        """
            .formatted(as.type(), text(Sha256.of(statement)), as.origin(), as.more())
            .getBytes(UTF_8);
    return new PasskeyAssertion(
        text(data), text(client), passkey.credentialId(), text(signature(data, client)));
  }

  private byte[] signature(byte[] data, byte[] client) {
    try {
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(pair.getPrivate());
      signer.update(data);
      signer.update(Sha256.of(client));
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
