package countersign.ledger;

import countersign.crypto.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A SHA-256 hash in the Merkle tree.
 *
 * @param bytes 32 bytes
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962, 2.1</a>
 */
public record Hash(byte[] bytes) {
  /** Root of a tree without events: SHA-256 of no bytes. */
  public static final Hash EMPTY = of(new byte[0]);

  /**
   * Copies the bytes.
   *
   * @throws IllegalArgumentException if they are not 32
   */
  public Hash {
    bytes = bytes.clone();
    if (bytes.length != 32) {
      throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
    }
  }

  /** Hash of a leaf, from an event's canonical bytes: SHA-256(0x00 || bytes). */
  public static Hash leaf(byte[] event) {
    return of(new byte[] {0}, event);
  }

  /** Hash over two subtrees: SHA-256(0x01 || left || right). */
  public static Hash node(Hash left, Hash right) {
    return of(new byte[] {1}, left.bytes, right.bytes);
  }

  static Hash of(byte[]... parts) {
    MessageDigest digest = Sha256.start();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return new Hash(digest.digest());
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** Base64, as in a signed note. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
