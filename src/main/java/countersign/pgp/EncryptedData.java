package countersign.pgp;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decrypts the packets inside integrity-protected data, version 1: AES in cipher feedback mode,
 * followed by a SHA-1 hash over everything. The stream ends normally only if that hash matches.
 *
 * <p>The cipher feedback is computed with one call in electronic-codebook mode for many blocks,
 * because each block's key stream depends on known ciphertext only; the JDK's own CFB processes 16
 * bytes at a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-5.13.1">RFC 9580, 5.13.1</a>
 */
final class EncryptedData extends InputStream {
  private static final int CIPHER_BLOCK = 16;

  /** Bytes at the beginning that show whether a key matches the data. */
  static final int PREFIX = CIPHER_BLOCK + 2;

  private static final int HASH = 20;
  private static final int HELD_BACK = 2 + HASH;
  private static final int BLOCK = 64 * 1024;

  private final InputStream sealed;
  private final Cipher aes;
  private final MessageDigest sha1;
  private final byte[] keyInput = new byte[CIPHER_BLOCK + BLOCK];
  private final byte[] keyStream = new byte[BLOCK];
  private final byte[] plain = new byte[HELD_BACK + BLOCK];
  private int at;
  private int released;
  private int held;
  private boolean ended;

  /**
   * Decrypts and checks the prefix.
   *
   * @param sealed the packet's body after its version
   * @param key 16, 24 or 32 bytes
   * @throws EnvelopeRefused DAMAGED if the prefix shows that the key does not match the data
   */
  EncryptedData(InputStream sealed, byte[] key) throws IOException, GeneralSecurityException {
    this.sealed = sealed;
    this.aes = Cipher.getInstance("AES/ECB/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    this.sha1 = MessageDigest.getInstance("SHA-1");
    fill();
    boolean repeats =
        released >= PREFIX
            && Arrays.equals(plain, CIPHER_BLOCK - 2, CIPHER_BLOCK, plain, CIPHER_BLOCK, PREFIX);
    if (!repeats) {
      throw Packets.damaged("the encrypted data does not match its session key");
    }
    at = PREFIX;
  }

  /**
   * Whether the data was encrypted with this key, as far as its beginning shows.
   *
   * @param start the first {@value #PREFIX} bytes of the data
   */
  static boolean matches(byte[] start, byte[] key) throws GeneralSecurityException {
    Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
    aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    byte[] first = aes.doFinal(new byte[CIPHER_BLOCK]);
    byte[] second = aes.doFinal(Arrays.copyOf(start, CIPHER_BLOCK));
    boolean repeats = start.length == PREFIX;
    for (int i = 0; repeats && i < 2; i++) {
      int at = CIPHER_BLOCK - 2 + i;
      repeats = (byte) (first[at] ^ start[at]) == (byte) (second[i] ^ start[CIPHER_BLOCK + i]);
    }
    return repeats;
  }

  @Override
  public int read() throws IOException {
    return available(1) ? plain[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!available(length)) {
      return -1;
    }
    int count = Math.min(length, released - at);
    System.arraycopy(plain, at, into, from, count);
    at += count;
    return count;
  }

  private boolean available(int wanted) throws IOException {
    while (at == released && !ended) {
      fill();
    }
    return wanted > 0 && at < released;
  }

  /**
   * Releases the next bytes; keeps the last {@value #HELD_BACK} back, because they may be the
   * integrity hash.
   */
  private void fill() throws IOException {
    System.arraycopy(plain, released, plain, 0, held);
    int read = sealed.readNBytes(keyInput, CIPHER_BLOCK, BLOCK);
    try {
      decrypt(read);
    } catch (GeneralSecurityException e) {
      throw new EnvelopeRefused(EnvelopeFault.DAMAGED, "AES failed", e);
    }
    int total = held + read;
    ended = read < BLOCK;
    if (total < HELD_BACK) {
      throw Packets.damaged("the encrypted data ends before its integrity hash");
    }
    at = 0;
    released = total - HELD_BACK;
    held = HELD_BACK;
    sha1.update(plain, 0, released);
    if (ended) {
      checkIntegrity();
    }
  }

  private void decrypt(int count) throws GeneralSecurityException {
    int blocks = (count + CIPHER_BLOCK - 1) / CIPHER_BLOCK * CIPHER_BLOCK;
    aes.update(keyInput, 0, blocks, keyStream, 0);
    for (int i = 0; i < count; i++) {
      plain[held + i] = (byte) (keyStream[i] ^ keyInput[CIPHER_BLOCK + i]);
    }
    System.arraycopy(keyInput, count, keyInput, 0, CIPHER_BLOCK);
  }

  private void checkIntegrity() throws EnvelopeRefused {
    sha1.update(plain, released, 2);
    byte[] expected = sha1.digest();
    byte[] found = Arrays.copyOfRange(plain, released + 2, released + HELD_BACK);
    boolean headed = plain[released] == (byte) 0xD3 && plain[released + 1] == 0x14;
    if (!headed || !MessageDigest.isEqual(expected, found)) {
      throw Packets.damaged("the integrity hash does not match the content");
    }
  }
}
