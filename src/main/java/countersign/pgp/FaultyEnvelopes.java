package countersign.pgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes the envelopes that the gateway never writes: the mistakes of other programs, and forms that
 * only partners use. For the conformance kit. Stateless.
 */
public final class FaultyEnvelopes {
  private FaultyEnvelopes() {}

  /** Encrypts without a signature. */
  public static byte[] unsigned(byte[] plaintext, Certificate recipient, Instant at)
      throws IOException {
    return encrypted(message(plaintext, null, at), recipient, at);
  }

  /** Signs without encryption. */
  public static byte[] signedOnly(byte[] plaintext, SecretKey by, Instant at) throws IOException {
    return message(plaintext, by, at);
  }

  /** Signs, compresses with ZIP and encrypts, as GnuPG does. */
  public static byte[] compressed(byte[] plaintext, SecretKey by, Certificate recipient, Instant at)
      throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    PGPCompressedDataGenerator zip = new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP);
    try (OutputStream out = zip.open(compressed)) {
      out.write(message(plaintext, by, at));
    }
    return encrypted(compressed.toByteArray(), recipient, at);
  }

  /** Puts a binary message into ASCII armour. */
  public static byte[] armoured(byte[] message) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (ArmoredOutputStream out = ArmoredOutputStream.builder().clearHeaders().build(text)) {
      out.write(message);
    }
    return text.toByteArray();
  }

  private static byte[] message(byte[] plaintext, @Nullable SecretKey by, Instant at)
      throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    try {
      PGPSignatureGenerator signature =
          by == null ? null : Sealer.signature(by, java.util.List.of(), at);
      if (signature != null) {
        signature.generateOnePassVersion(false).encode(message);
        signature.update(plaintext);
      }
      try (OutputStream literal =
          new PGPLiteralDataGenerator()
              .open(message, PGPLiteralData.BINARY, "", plaintext.length, PGPLiteralData.NOW)) {
        literal.write(plaintext);
      }
      if (signature != null) {
        signature.generate().encode(message);
      }
      return message.toByteArray();
    } catch (PGPException e) {
      throw new IOException("The OpenPGP message cannot be signed", e);
    }
  }

  private static byte[] encrypted(byte[] message, Certificate recipient, Instant at)
      throws IOException {
    PGPEncryptedDataGenerator encryption =
        new PGPEncryptedDataGenerator(
            new JcePGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true));
    encryption.addMethod(
        new BcPublicKeyKeyEncryptionMethodGenerator(recipient.encryptionKeyAt(at).orElseThrow()));
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out = encryption.open(sealed, message.length)) {
      out.write(message);
    } catch (PGPException e) {
      throw new IOException("The OpenPGP message cannot be encrypted", e);
    }
    return sealed.toByteArray();
  }
}
