package countersign.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Creates, wraps and unwraps each kind of data key: AES-256-GCM, HMAC-SHA256, Ed25519. */
final class DataKeys {
  /** Length of an Ed25519 private key in PKCS #8, in bytes; the public key follows it. */
  private static final int PRIVATE_BYTES = 48;

  static {
    try {
      AeadConfig.register();
      MacConfig.register();
    } catch (GeneralSecurityException cause) {
      throw new ExceptionInInitializerError(cause);
    }
  }

  private DataKeys() {}

  static KeysetHandle newRoot() throws GeneralSecurityException {
    return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
  }

  static Aead aead(KeysetHandle handle) throws GeneralSecurityException {
    return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  static byte[] newAead(Aead root, DataKey key) throws GeneralSecurityException {
    return generate(PredefinedAeadParameters.AES256_GCM, root, key);
  }

  static DataCipher openAead(byte[] wrapped, Aead root, DataKey key)
      throws GeneralSecurityException {
    return new AeadBox(aead(unwrap(wrapped, root, key)), key.name());
  }

  static byte[] newMac(Aead root, DataKey key) throws GeneralSecurityException {
    HmacParameters halfOfSha256 =
        HmacParameters.builder()
            .setKeySizeBytes(32)
            .setTagSizeBytes(16)
            .setVariant(HmacParameters.Variant.NO_PREFIX)
            .setHashType(HmacParameters.HashType.SHA256)
            .build();
    return generate(halfOfSha256, root, key);
  }

  static KeyedHash openMac(byte[] wrapped, Aead root, DataKey key, String kind)
      throws GeneralSecurityException {
    Mac mac = unwrap(wrapped, root, key).getPrimitive(RegistryConfiguration.get(), Mac.class);
    if (kind.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A kind of value must not contain NUL");
    }
    return form -> {
      try {
        return mac.computeMac((kind + '\0' + form).getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException cause) {
        throw new IllegalStateException("Key %s does not hash".formatted(key.name()), cause);
      }
    };
  }

  static byte[] newSigner(Aead root, DataKey key) throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] secret = pair.getPrivate().getEncoded();
    byte[] open = pair.getPublic().getEncoded();
    byte[] both = Arrays.copyOf(secret, secret.length + open.length);
    System.arraycopy(open, 0, both, secret.length, open.length);
    return root.encrypt(both, key.associatedData().bytes());
  }

  static KeyPair openSigner(byte[] wrapped, Aead root, DataKey key)
      throws GeneralSecurityException {
    byte[] both = root.decrypt(wrapped, key.associatedData().bytes());
    KeyFactory factory = KeyFactory.getInstance("Ed25519");
    return new KeyPair(
        factory.generatePublic(
            new X509EncodedKeySpec(Arrays.copyOfRange(both, PRIVATE_BYTES, both.length))),
        factory.generatePrivate(new PKCS8EncodedKeySpec(Arrays.copyOf(both, PRIVATE_BYTES))));
  }

  private static byte[] generate(Parameters parameters, Aead root, DataKey key)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(
        KeysetHandle.generateNew(parameters), root, key.associatedData().bytes());
  }

  private static KeysetHandle unwrap(byte[] wrapped, Aead root, DataKey key)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, root, key.associatedData().bytes());
  }

  /** A cipher that delegates to a Tink primitive. */
  private record AeadBox(Aead aead, String key) implements DataCipher {

    @Override
    public byte[] seal(byte[] plain, AssociatedData associatedData) {
      try {
        return aead.encrypt(plain, associatedData.bytes());
      } catch (GeneralSecurityException cause) {
        throw new IllegalStateException(
            "Key %s does not seal %s".formatted(key, associatedData), cause);
      }
    }

    @Override
    public byte[] open(byte[] sealed, AssociatedData associatedData) {
      try {
        return aead.decrypt(sealed, associatedData.bytes());
      } catch (GeneralSecurityException cause) {
        throw new SealBroken(
            "SEAL_BROKEN  %s cannot be decrypted with key %s: its bytes were changed, or encrypted for another row or with another key. Nothing was read."
                .formatted(associatedData, key),
            cause);
      }
    }
  }
}
