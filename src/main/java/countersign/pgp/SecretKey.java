package countersign.pgp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;

/**
 * A secret key, unlocked, with its certificate. The primary key's secret part may be kept elsewhere
 * (GnuPG's offline primary keys); then its subkeys do the work.
 */
public final class SecretKey {
  private final PGPSecretKeyRing unlocked;
  private final Certificate certificate;
  private final Map<Long, PGPPrivateKey> privateKeys = new HashMap<>();

  SecretKey(PGPSecretKeyRing unlocked) throws PGPException {
    this.unlocked = unlocked;
    this.certificate = new Certificate(unlocked.toCertificate());
    for (PGPSecretKey key : unlocked) {
      if (!key.isPrivateKeyEmpty()) {
        privateKeys.put(key.getKeyID(), key.extractPrivateKey(null));
      }
    }
  }

  /**
   * Reads and unlocks one secret key, armoured or binary.
   *
   * @param passphrase null or empty for a key that is not protected
   * @throws IOException if it is not exactly one secret key of version 4, or does not open with the
   *     passphrase
   */
  public static SecretKey parse(InputStream in, char @Nullable [] passphrase) throws IOException {
    List<byte[]> blocks = Certificate.blocks(in, "PGP PRIVATE KEY BLOCK");
    if (blocks.size() != 1) {
      throw new IOException("One secret OpenPGP key is expected, found " + blocks.size());
    }
    PBESecretKeyDecryptor unlock =
        new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
            .build(passphrase == null ? new char[0] : passphrase);
    try {
      PGPSecretKeyRing ring = new PGPSecretKeyRing(blocks.get(0), new BcKeyFingerprintCalculator());
      if (ring.getPublicKey().getVersion() != 4) {
        throw new IOException("A secret OpenPGP key of version 4 is expected");
      }
      return new SecretKey(PGPSecretKeyRing.copyWithNewPassword(ring, unlock, null));
    } catch (PGPException | RuntimeException e) {
      throw new IOException(
          "The secret OpenPGP key cannot be read; check the file and its passphrase", e);
    }
  }

  /** Of the primary key, 40 upper-case hexadecimal digits. */
  public String fingerprint() {
    return certificate.fingerprint();
  }

  /** The public half. */
  public Certificate certificate() {
    return certificate;
  }

  /** The key in ASCII armour, NOT protected by a passphrase: for the demo's made-up people only. */
  public String armoured() {
    try {
      return new String(Certificate.armour(unlocked.getEncoded()), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new IllegalStateException("A key that was read cannot be written", e);
    }
  }

  /**
   * Why a gateway must not publish this key: senders would then use what the gateway refuses.
   *
   * @return empty if it says features 01 (no AEAD), AES-256 and SHA-512 first, and can sign and be
   *     encrypted to at this moment
   */
  public Optional<String> unfitAsGateway(Instant at) {
    OwnKey.Statement said = certificate.primary().statement();
    if (said == null) {
      return Optional.of("its primary key has no valid self-signature");
    }
    PGPSignatureSubpacketVector hashed = said.hashed();
    Features features = hashed.getFeatures();
    if (features == null || !Arrays.equals(features.getData(), new byte[] {1})) {
      return Optional.of("its features are not exactly 01, integrity protection without AEAD");
    }
    if (!isFirst(hashed.getPreferredSymmetricAlgorithms(), SymmetricKeyAlgorithmTags.AES_256)
        || !isFirst(hashed.getPreferredHashAlgorithms(), HashAlgorithmTags.SHA512)) {
      return Optional.of("it does not prefer AES-256 and SHA-512");
    }
    if (!certificate.canEncryptAt(at) || signingKeyAt(at).isEmpty()) {
      return Optional.of("it cannot both sign and be encrypted to at " + at);
    }
    return Optional.empty();
  }

  /** The secret part of one of its keys; empty if that is not ours or kept elsewhere. */
  Optional<PGPPrivateKey> privateKey(long keyId) {
    return Optional.ofNullable(privateKeys.get(keyId));
  }

  /** All secret parts, for messages that do not say which key they are for. */
  Iterable<PGPPrivateKey> privateKeys() {
    return privateKeys.values();
  }

  /** The newest key that may sign at this moment. */
  Optional<OwnKey> signingKeyAt(Instant at) {
    return certificate.signingKeyAt(at, own -> privateKeys.containsKey(own.key().getKeyID()));
  }

  private static boolean isFirst(int @Nullable [] preferences, int algorithm) {
    return preferences != null && preferences.length > 0 && preferences[0] == algorithm;
  }
}
