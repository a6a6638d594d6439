package countersign.accounts;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Encrypts a person's private key under that person's password: Argon2id gives the key of an
 * AES-256-GCM encryption. The sealed bytes name the cost with which they were made. Stateless.
 */
final class KeySeal {
  /** The cost that OWASP recommends for Argon2id: 19 MiB, two passes, one lane. */
  static final Cost OWASP = new Cost(19_456, 2, 1);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte VERSION = 1;
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 32;
  private static final int HEAD = 1 + 3 * Integer.BYTES + SALT + NONCE;

  private final Cost cost;

  /** Creates a seal whose new ciphertexts have this cost. */
  KeySeal(Cost cost) {
    this.cost = cost;
  }

  /**
   * The cost of one derivation.
   *
   * @param memory in KiB
   */
  record Cost(int memory, int passes, int lanes) {
    /** A row of the database cannot make the gateway spend more than this. */
    private boolean isBearable() {
      return memory >= 8
          && memory <= 262_144
          && passes >= 1
          && passes <= 16
          && lanes >= 1
          && lanes <= 8;
    }
  }

  /**
   * Encrypts.
   *
   * @param boundTo bytes that must be the same when it is decrypted
   */
  byte[] seal(CharSequence password, byte[] secret, byte[] boundTo) {
    byte[] head = new byte[HEAD];
    byte[] random = new byte[SALT + NONCE];
    RANDOM.nextBytes(random);
    ByteBuffer.wrap(head)
        .put(VERSION)
        .putInt(cost.memory())
        .putInt(cost.passes())
        .putInt(cost.lanes())
        .put(random);
    try {
      byte[] sealed = crypt(Cipher.ENCRYPT_MODE, password, head, secret, boundTo);
      byte[] all = Arrays.copyOf(head, HEAD + sealed.length);
      System.arraycopy(sealed, 0, all, HEAD, sealed.length);
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM", e);
    }
  }

  /** Decrypts; empty if the password is wrong or the bytes were changed. */
  Optional<byte[]> open(CharSequence password, byte[] sealed, byte[] boundTo) {
    if (sealed.length < HEAD || sealed[0] != VERSION || !cost(sealed).isBearable()) {
      return Optional.empty();
    }
    byte[] head = Arrays.copyOf(sealed, HEAD);
    byte[] body = Arrays.copyOfRange(sealed, HEAD, sealed.length);
    try {
      return Optional.of(crypt(Cipher.DECRYPT_MODE, password, head, body, boundTo));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM", e);
    }
  }

  private static Cost cost(byte[] head) {
    ByteBuffer numbers = ByteBuffer.wrap(head, 1, 3 * Integer.BYTES);
    return new Cost(numbers.getInt(), numbers.getInt(), numbers.getInt());
  }

  private static byte[] crypt(
      int mode, CharSequence password, byte[] head, byte[] input, byte[] boundTo)
      throws GeneralSecurityException {
    byte[] key = derived(password, head);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, head, HEAD - NONCE, NONCE));
      cipher.updateAAD(head);
      cipher.updateAAD(boundTo);
      return cipher.doFinal(input);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] derived(CharSequence password, byte[] head) {
    Cost cost = cost(head);
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    byte[] secret = new byte[encoded.remaining()];
    encoded.get(secret);
    byte[] key = new byte[KEY];
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(cost.memory())
              .withIterations(cost.passes())
              .withParallelism(cost.lanes())
              .withSalt(Arrays.copyOfRange(head, HEAD - NONCE - SALT, HEAD - NONCE))
              .build());
      generator.generateBytes(secret, key);
      return key;
    } finally {
      Arrays.fill(secret, (byte) 0);
      encoded.clear().put(new byte[encoded.capacity()]);
    }
  }
}
