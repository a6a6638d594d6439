package countersign.pgp;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
import org.bouncycastle.crypto.KeyGenerationParameters;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.X25519KeyPairGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.jspecify.annotations.Nullable;

/**
 * Generates keys for a gateway, a partner or an officer: an ed25519 primary key that certifies and
 * signs, and a cv25519 subkey for encryption, in the version 4 format that GnuPG 2.2 reads.
 */
public final class KeyMaker {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BITS = 255;

  private KeyMaker() {}

  /**
   * Generates a key without a passphrase. Its preferences are those of the exchange: integrity
   * protection without AEAD, AES-256, SHA-512, no compression.
   *
   * @param userId for example {@code Countersign gateway}
   * @param createdAt creation time, truncated to whole seconds
   * @param validity lifetime of both keys; null if they never expire
   */
  public static SecretKey make(String userId, Instant createdAt, @Nullable Duration validity) {
    Date created = Date.from(createdAt);
    try {
      PGPKeyPair primary =
          pair(PublicKeyAlgorithmTags.EDDSA_LEGACY, new Ed25519KeyPairGenerator(), created);
      PGPKeyPair subkey = pair(PublicKeyAlgorithmTags.ECDH, new X25519KeyPairGenerator(), created);
      PGPSignatureSubpacketGenerator said =
          statement(primary, created, validity, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
      publishPreferences(said);
      PGPKeyRingGenerator ring = ring(primary, userId, said);
      int use = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;
      ring.addSubKey(subkey, statement(primary, created, validity, use).generate(), null);
      return new SecretKey(ring.generateSecretKeyRing());
    } catch (IOException | PGPException e) {
      throw new IllegalStateException("An ed25519 key cannot be generated", e);
    }
  }

  private static PGPKeyRingGenerator ring(
      PGPKeyPair primary, String userId, PGPSignatureSubpacketGenerator said) throws PGPException {
    return new PGPKeyRingGenerator(
        PGPSignature.POSITIVE_CERTIFICATION,
        primary,
        userId,
        new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
        said.generate(),
        null,
        new BcPGPContentSignerBuilder(
            PublicKeyAlgorithmTags.EDDSA_LEGACY, HashAlgorithmTags.SHA512),
        null);
  }

  private static PGPKeyPair pair(
      int algorithm, AsymmetricCipherKeyPairGenerator generator, Date created) throws PGPException {
    generator.init(new KeyGenerationParameters(RANDOM, KEY_BITS));
    return new BcPGPKeyPair(
        PublicKeyPacket.VERSION_4, algorithm, generator.generateKeyPair(), created);
  }

  private static PGPSignatureSubpacketGenerator statement(
      PGPKeyPair by, Date at, @Nullable Duration validity, int flags) {
    PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
    said.setSignatureCreationTime(false, at);
    said.setIssuerFingerprint(false, by.getPublicKey());
    said.setKeyFlags(true, flags);
    if (validity != null) {
      said.setKeyExpirationTime(true, validity.toSeconds());
    }
    return said;
  }

  private static void publishPreferences(PGPSignatureSubpacketGenerator said) {
    said.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
    said.setPreferredSymmetricAlgorithms(false, new int[] {SymmetricKeyAlgorithmTags.AES_256});
    said.setPreferredHashAlgorithms(false, new int[] {HashAlgorithmTags.SHA512});
    said.setPreferredCompressionAlgorithms(
        false, new int[] {CompressionAlgorithmTags.UNCOMPRESSED});
    said.setPrimaryUserID(false, true);
  }
}
