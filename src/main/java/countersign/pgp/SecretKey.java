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
 * An unlocked secret key with its certificate. The secret part of the primary key may be stored
 * elsewhere (GnuPG's offline primary keys); then only the subkeys are used.
 */
public final class SecretKey {
  private final PGPSecretKeyRing unlocked;
  private final Certificate certificate;
  private final Map<Long, PGPPrivateKey> privateKeys = new HashMap<>();

  SecretKey(PGPSecretKeyRing unlocked) throws IOException, PGPException {
    this.unlocked = unlocked;
    this.certificate = Certificate.ofPackets(unlocked.toCertificate().getEncoded()).get(0);
    for (PGPSecretKey key : unlocked) {
      if (!key.isPrivateKeyEmpty()) {
        privateKeys.put(key.getKeyID(), key.extractPrivateKey(null));
      }
    }
  }

  /**
   * Reads and unlocks one secret key, armoured or binary.
   *
   * @param passphrase null or empty for a key without a passphrase
   * @throws IOException if the input is not exactly one secret key of version 4, or the passphrase
   *     is wrong
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

  /** Fingerprint of the primary key, 40 upper-case hexadecimal digits. */
  public String fingerprint() {
    return certificate.fingerprint();
  }

  /** The public half. */
  public Certificate certificate() {
    return certificate;
  }

  /**
   * The secret key in ASCII armour, NOT protected by a passphrase; only for the demo's synthetic
   * people.
   */
  public String armoured() {
    try {
      return new String(Certificate.armour(unlocked.getEncoded()), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new IllegalStateException("A key that was read cannot be written", e);
    }
  }

  /**
   * Reason why a gateway must not publish this key: its preferences would lead senders to use
   * algorithms that the gateway refuses.
   *
   * @return empty if the key states features 01 (no AEAD), prefers AES-256 and SHA-512, and can
   *     sign and be encrypted to at this moment
   */
  public Optional<String> unfitAsGateway(Instant at) {
    CertificateKey.Statement said = certificate.primary().statementAt(at, at);
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

  /**
   * Secret part of the key with this id; empty if the key is unknown or its secret part is stored
   * elsewhere.
   */
  Optional<PGPPrivateKey> privateKey(long keyId) {
    return Optional.ofNullable(privateKeys.get(keyId));
  }

  /** All secret parts, for messages that do not name their recipient's key. */
  Iterable<PGPPrivateKey> privateKeys() {
    return privateKeys.values();
  }

  /** The newest key that may sign at this moment and whose secret part is here. */
  Optional<CertificateKey> signingKeyAt(Instant at) {
    return certificate.signingKeyAt(at, own -> privateKeys.containsKey(own.key().getKeyID()));
  }

  private static boolean isFirst(int @Nullable [] preferences, int algorithm) {
    return preferences != null && preferences.length > 0 && preferences[0] == algorithm;
  }
}
