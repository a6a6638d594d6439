package countersign.pgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Builds messages packet by packet, including invalid ones that no normal program writes. */
final class Forge {
  private final SecretKey signer;
  private CertificateKey by;
  private int type = PGPSignature.BINARY_DOCUMENT;
  private int hash = HashAlgorithmTags.SHA512;
  private Date signedAt = Date.from(Envelopes.NOW);

  Forge(SecretKey signer) {
    this.signer = signer;
    this.by =
        signer.certificate().keys().stream()
            .filter(own -> own.mayAny(SignatureRules.MAY_SIGN, Envelopes.NOW))
            .reduce((first, second) -> second)
            .orElse(signer.certificate().primary());
  }

  /**
   * Signs with the primary key (0) or a subkey, even if it may not sign. By default the last key
   * that may sign is used.
   */
  Forge withKey(int index) {
    this.by = signer.certificate().keys().get(index);
    return this;
  }

  Forge ofType(int other) {
    this.type = other;
    return this;
  }

  Forge withHash(int other) {
    this.hash = other;
    return this;
  }

  Forge at(java.time.Instant moment) {
    this.signedAt = Date.from(moment);
    return this;
  }

  /** A correct sequence of one-pass signature, literal data and signature. */
  byte[] message(byte[] content) {
    return join(onePass(), literal('b', content), signature(content));
  }

  byte[] onePass() {
    return encoded(out -> generator(said -> {}).generateOnePassVersion(false).encode(out));
  }

  byte[] signature(byte[] content) {
    return signature(content, said -> {});
  }

  byte[] signature(byte[] content, Consumer<PGPSignatureSubpacketGenerator> more) {
    return signature(content, more, generator -> {});
  }

  byte[] signature(
      byte[] content,
      Consumer<PGPSignatureSubpacketGenerator> more,
      Consumer<PGPSignatureGenerator> unhashed) {
    return encoded(
        out -> {
          PGPSignatureGenerator generator = generator(more);
          unhashed.accept(generator);
          generator.update(content);
          generator.generate().encode(out);
        });
  }

  private PGPSignatureGenerator generator(Consumer<PGPSignatureSubpacketGenerator> more)
      throws PGPException {
    PGPSignatureGenerator generator =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(by.key().getAlgorithm(), hash), by.key());
    generator.init(type, signer.privateKey(by.key().getKeyID()).orElseThrow());
    PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
    said.setSignatureCreationTime(false, signedAt);
    said.setIssuerFingerprint(false, by.key());
    more.accept(said);
    generator.setHashedSubpackets(said.generate());
    return generator;
  }

  static byte[] literal(char format, byte[] content) {
    return packet(PacketTag.LITERAL, new byte[] {(byte) format, 1, 'x', 0, 0, 0, 0}, content);
  }

  /** A packet in the current format with a definite length. */
  static byte[] packet(int tag, byte[]... body) {
    byte[] whole = join(body);
    byte[] header = {
      (byte) (0xC0 | tag),
      (byte) 0xFF,
      (byte) (whole.length >>> 24),
      (byte) (whole.length >>> 16),
      (byte) (whole.length >>> 8),
      (byte) whole.length
    };
    return join(header, whole);
  }

  static byte[] zip(byte[] packets) {
    return packet(PacketTag.COMPRESSED, new byte[] {1}, deflated(packets, true));
  }

  static byte[] zlib(byte[] packets) {
    return packet(PacketTag.COMPRESSED, new byte[] {2}, deflated(packets, false));
  }

  static byte[] deflated(byte[] packets, boolean raw) {
    Deflater deflater = new Deflater(9, raw);
    return encoded(
        out -> {
          try (OutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(packets);
          } finally {
            deflater.end();
          }
        });
  }

  /**
   * One session key packet for each recipient, then protected data (tag 18) with a definite length.
   */
  static byte[] encrypted(byte[] packets, Certificate... to) {
    return encrypted(SymmetricKeyAlgorithmTags.AES_256, true, packets, to);
  }

  static byte[] encrypted(int cipher, boolean integrity, byte[] packets, Certificate... to) {
    PGPEncryptedDataGenerator generator =
        new PGPEncryptedDataGenerator(
            new BcPGPDataEncryptorBuilder(cipher)
                .setWithIntegrityPacket(integrity)
                .setSecureRandom(new SecureRandom()));
    for (Certificate recipient : to) {
      PGPPublicKey key = recipient.encryptionKeyAt(Envelopes.NOW).orElseThrow();
      generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(key));
    }
    return encoded(
        out -> {
          try (OutputStream encrypting = generator.open(out, packets.length)) {
            encrypting.write(packets);
          }
        });
  }

  /** Splits a message into its outermost packets, each complete and in the current format. */
  static List<byte[]> split(byte[] message) {
    try {
      Packets packets = new Packets(new ByteArrayInputStream(message));
      List<byte[]> all = new ArrayList<>();
      for (int tag = packets.next(); tag >= 0; tag = packets.next()) {
        all.add(packet(tag, packets.body().readAllBytes()));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a subpacket that lets a key revoke the certificate. */
  static void designates(PGPSignatureSubpacketGenerator said, PGPPublicKey revoker) {
    byte[] head = {(byte) 0x80, (byte) revoker.getAlgorithm()};
    said.addCustomSubpacket(
        new SignatureSubpacket(
            DesignatedRevoker.SUBPACKET, false, false, join(head, revoker.getFingerprint())) {});
  }

  static byte[] join(byte[]... parts) {
    return encoded(
        out -> {
          for (byte[] part : parts) {
            out.write(part);
          }
        });
  }

  private static byte[] encoded(Encoding encoding) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      encoding.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PGPException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private interface Encoding {
    void to(OutputStream out) throws IOException, PGPException;
  }
}
