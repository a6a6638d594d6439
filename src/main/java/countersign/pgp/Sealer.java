package countersign.pgp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;

/**
 * Signs with the gateway's key and encrypts to recipients: AES-256, SHA-512, not compressed,
 * integrity protected (tag 18), no file name and a zero time, readable by GnuPG 2.2 and later. The
 * signature names the recipients, so a recipient cannot forward the message as if it were meant for
 * somebody else. Stateless, thread-safe.
 */
public final class Sealer {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CHUNK_BYTES = 64 * 1024;

  private final SecretKey gateway;

  /** Creates a sealer that signs with the newest signing key of this secret key. */
  public Sealer(SecretKey gateway) {
    this.gateway = gateway;
  }

  /**
   * Begins a sealed file.
   *
   * @param out receives the binary message; closed with the returned stream
   * @param recipients one or more; the newest valid encryption subkey of each is used
   * @param at signing time, at which every key must be valid; truncated to whole seconds
   * @return stream for the content, to be written in blocks. Only its close completes the message:
   *     a caller that fails before must discard the output instead of closing the stream
   * @throws KeyUnusable if the gateway cannot sign or a recipient cannot be encrypted to
   * @throws IOException if {@code out} fails
   */
  public OutputStream seal(OutputStream out, List<Certificate> recipients, Instant at)
      throws IOException {
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("A sealed file needs at least one recipient");
    }
    List<PGPPublicKey> keys = new ArrayList<>();
    for (Certificate recipient : recipients) {
      keys.add(recipient.encryptionKeyAt(at).orElseThrow(() -> unusable(recipient, "encrypt to")));
    }
    try {
      PGPSignatureGenerator signature = signature(gateway, recipients, at);
      OutputStream encrypted = encrypting(keys).open(out, new byte[CHUNK_BYTES]);
      signature.generateOnePassVersion(false).encode(encrypted);
      return new Sealing(out, encrypted, signature);
    } catch (PGPException e) {
      throw new IOException("The OpenPGP message cannot be started", e);
    }
  }

  /**
   * Begins a signature of type 0x00 with SHA-512.
   *
   * @param intended recipients that the signature names; empty for none
   */
  static PGPSignatureGenerator signature(SecretKey by, List<Certificate> intended, Instant at)
      throws KeyUnusable, PGPException {
    CertificateKey signer =
        by.signingKeyAt(at).orElseThrow(() -> unusable(by.certificate(), "sign with"));
    PGPPublicKey key = signer.key();
    PGPSignatureGenerator signature =
        new PGPSignatureGenerator(
            new JcaPGPContentSignerBuilder(key.getAlgorithm(), HashAlgorithmTags.SHA512), key);
    signature.init(PGPSignature.BINARY_DOCUMENT, by.privateKey(key.getKeyID()).orElseThrow());
    PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
    said.setSignatureCreationTime(false, Date.from(at));
    said.setIssuerFingerprint(false, key);
    for (Certificate recipient : intended) {
      said.addIntendedRecipientFingerprint(false, recipient.primary().key());
    }
    signature.setHashedSubpackets(said.generate());
    return signature;
  }

  private static PGPEncryptedDataGenerator encrypting(List<PGPPublicKey> keys) {
    PGPEncryptedDataGenerator encryption =
        new PGPEncryptedDataGenerator(
            new JcePGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(true)
                .setSecureRandom(RANDOM));
    for (PGPPublicKey key : keys) {
      encryption.addMethod(
          new BcPublicKeyKeyEncryptionMethodGenerator(key).setSecureRandom(RANDOM));
    }
    return encryption;
  }

  private static KeyUnusable unusable(Certificate certificate, String use) {
    return new KeyUnusable(
        "Key %s cannot be used to %s: %s. Nothing was sealed or signed; configure a key that is valid now."
            .formatted(
                certificate.fingerprint(),
                use,
                certificate.isRevoked()
                    ? "it is revoked"
                    : "it contains no key for this use that is valid now and strong enough"));
  }

  /**
   * Thrown when a key cannot be used as configured: it is revoked, expired, weak, or not made for
   * that use.
   */
  public static final class KeyUnusable extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private KeyUnusable(String message) {
      super(message);
    }
  }

  /** Passes the content on and signs it. */
  private static final class Sealing extends OutputStream {
    private final OutputStream out;
    private final OutputStream encrypted;
    private final OutputStream literal;
    private final PGPSignatureGenerator signature;
    private boolean failed;
    private boolean closed;

    Sealing(OutputStream out, OutputStream encrypted, PGPSignatureGenerator signature)
        throws IOException {
      this.out = out;
      this.encrypted = encrypted;
      this.signature = signature;
      this.literal =
          new PGPLiteralDataGenerator()
              .open(
                  encrypted, PGPLiteralData.BINARY, "", PGPLiteralData.NOW, new byte[CHUNK_BYTES]);
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] block, int from, int length) throws IOException {
      failed = true;
      Objects.checkFromIndexSize(from, length, block.length);
      signature.update(block, from, length);
      literal.write(block, from, length);
      failed = false;
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      try (out) {
        if (!failed) {
          literal.close();
          signature.generate().encode(encrypted);
          encrypted.close();
        }
      } catch (PGPException e) {
        throw new IOException("The OpenPGP message cannot be completed", e);
      }
    }
  }
}
