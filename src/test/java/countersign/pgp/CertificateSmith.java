package countersign.pgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
import org.bouncycastle.crypto.KeyGenerationParameters;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.X25519KeyPairGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** Writes a certificate packet by packet, with signatures of any content, date and signer. */
final class CertificateSmith {
  static final Instant CREATED = Envelopes.NOW.minusSeconds(100L * 24 * 3600);
  static final int ALL = KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA;
  static final int ENCRYPT = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

  final PGPKeyPair primary = ed25519();
  final PGPKeyPair signing = ed25519();
  final PGPKeyPair encrypting = x25519();
  static final Instant LATER = CREATED.plus(Duration.ofDays(10));
  static final Consumer<PGPSignatureSubpacketGenerator> NOTHING = said -> {};
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private String userId = "";

  CertificateSmith() {
    key(PacketTag.PUBLIC_KEY, primary);
  }

  /** A primary key that signs, with one user id and an encryption subkey, everything valid. */
  static CertificateSmith ordinary() {
    return new CertificateSmith().userId().selfSigned(CREATED, flags(ALL)).encryptionSubkey();
  }

  CertificateSmith encryptionSubkey() {
    return key(PacketTag.PUBLIC_SUBKEY, encrypting).bound(encrypting, CREATED, flags(ENCRYPT));
  }

  CertificateSmith userId() {
    return userId("Partner");
  }

  /** Adds a user id, to which the signatures that follow belong. */
  CertificateSmith userId(String name) {
    userId = name + " <" + name + "@example.invalid>";
    return packet(13, userId.getBytes(StandardCharsets.UTF_8));
  }

  CertificateSmith packet(int tag, byte[] body) {
    out.writeBytes(Forge.packet(tag, body));
    return this;
  }

  CertificateSmith key(int tag, PGPKeyPair pair) {
    return packet(tag, contents(pair.getPublicKey().getPublicKeyPacket()));
  }

  CertificateSmith selfSigned(Instant at, Consumer<PGPSignatureSubpacketGenerator> said) {
    return onUserId(primary, PGPSignature.POSITIVE_CERTIFICATION, at, said);
  }

  CertificateSmith onUserId(
      PGPKeyPair by, int type, Instant at, Consumer<PGPSignatureSubpacketGenerator> said) {
    return add(
        made(by, type, at, said, g -> g.generateCertification(userId, primary.getPublicKey())));
  }

  /** A signature on the primary key itself. */
  CertificateSmith onKey(
      PGPKeyPair by, int type, Instant at, Consumer<PGPSignatureSubpacketGenerator> said) {
    return add(made(by, type, at, said, g -> g.generateCertification(primary.getPublicKey())));
  }

  CertificateSmith bound(
      PGPKeyPair subkey, Instant at, Consumer<PGPSignatureSubpacketGenerator> said) {
    return onSubkey(primary, PGPSignature.SUBKEY_BINDING, subkey, at, said);
  }

  CertificateSmith onSubkey(
      PGPKeyPair by,
      int type,
      PGPKeyPair subkey,
      Instant at,
      Consumer<PGPSignatureSubpacketGenerator> said) {
    return add(
        made(
            by,
            type,
            at,
            said,
            g -> g.generateCertification(primary.getPublicKey(), subkey.getPublicKey())));
  }

  /** What a binding says about a subkey that signs, with the subkey's confirmation. */
  Consumer<PGPSignatureSubpacketGenerator> backSigned(
      PGPKeyPair by, Instant at, Consumer<PGPSignatureSubpacketGenerator> back) {
    PGPSignature confirmed =
        made(
            by,
            PGPSignature.PRIMARYKEY_BINDING,
            at,
            back,
            g -> g.generateCertification(primary.getPublicKey(), signing.getPublicKey()));
    return said -> {
      said.setKeyFlags(true, KeyFlags.SIGN_DATA);
      try {
        said.addEmbeddedSignature(false, confirmed);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  CertificateSmith add(PGPSignature signature) {
    try {
      out.writeBytes(Forge.split(signature.getEncoded()).get(0));
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] certificate() {
    return out.toByteArray();
  }

  static Consumer<PGPSignatureSubpacketGenerator> flags(int flags) {
    return said -> said.setKeyFlags(true, flags);
  }

  /** The signature itself expires so many days after it was made. */
  static Consumer<PGPSignatureSubpacketGenerator> lapsing(int flags, int days) {
    return flags(flags).andThen(said -> said.setSignatureExpirationTime(true, days * 86_400L));
  }

  /** The key expires so many days after it was created. */
  static Consumer<PGPSignatureSubpacketGenerator> expiring(int flags, int days) {
    return flags(flags).andThen(said -> said.setKeyExpirationTime(true, days * 86_400L));
  }

  /** A primary key with one user id and no subkey. */
  static CertificateSmith primary(Consumer<PGPSignatureSubpacketGenerator> said) {
    return new CertificateSmith().userId().selfSigned(CREATED, said);
  }

  /** The signature itself expires so many days after it was made. */
  static Consumer<PGPSignatureSubpacketGenerator> days(int days) {
    return said -> said.setSignatureExpirationTime(true, days * 86_400L);
  }

  static Consumer<PGPSignatureSubpacketGenerator> unknown(boolean critical) {
    return said ->
        said.addCustomSubpacket(new SignatureSubpacket(99, critical, false, new byte[] {1}) {});
  }

  static PGPSignature made(
      PGPKeyPair by,
      int type,
      Instant at,
      Consumer<PGPSignatureSubpacketGenerator> said,
      Making making) {
    try {
      PGPSignatureGenerator generator =
          new PGPSignatureGenerator(
              new BcPGPContentSignerBuilder(
                  by.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
              by.getPublicKey());
      generator.init(type, by.getPrivateKey());
      PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
      hashed.setSignatureCreationTime(false, Date.from(at));
      hashed.setIssuerFingerprint(false, by.getPublicKey());
      said.accept(hashed);
      generator.setHashedSubpackets(hashed.generate());
      return making.with(generator);
    } catch (PGPException e) {
      throw new IllegalStateException(e);
    }
  }

  static PGPKeyPair ed25519() {
    return pair(PublicKeyAlgorithmTags.EDDSA_LEGACY, new Ed25519KeyPairGenerator());
  }

  private static PGPKeyPair x25519() {
    return pair(PublicKeyAlgorithmTags.ECDH, new X25519KeyPairGenerator());
  }

  private static PGPKeyPair pair(int algorithm, AsymmetricCipherKeyPairGenerator generator) {
    generator.init(new KeyGenerationParameters(new SecureRandom(), 255));
    try {
      return new BcPGPKeyPair(4, algorithm, generator.generateKeyPair(), Date.from(CREATED));
    } catch (PGPException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] contents(PublicKeyPacket key) {
    try {
      return key.getEncodedContents();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One way to finish a signature. */
  interface Making {
    PGPSignature with(PGPSignatureGenerator generator) throws PGPException;
  }
}
