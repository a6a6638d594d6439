package countersign.accounts;

import countersign.crypto.Ed25519;
import java.util.Arrays;

/**
 * A person's private key, opened with the person's password for one decision. Closing it overwrites
 * the bytes that this object holds. Not thread-safe.
 */
public final class OpenedKey implements AutoCloseable {
  private final byte[] publicKey;
  private final byte[] privateKey;

  OpenedKey(byte[] publicKey, byte[] privateKey) {
    this.publicKey = publicKey.clone();
    this.privateKey = privateKey;
  }

  /** The 32 bytes of the public half. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** Signs bytes. */
  public byte[] sign(byte[] bytes) {
    return Ed25519.sign(privateKey, bytes);
  }

  @Override
  public void close() {
    Arrays.fill(privateKey, (byte) 0);
  }
}
