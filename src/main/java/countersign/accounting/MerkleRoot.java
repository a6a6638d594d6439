package countersign.accounting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * Computes one hash over many digests in their order (RFC 6962 tree), so that one ledger event
 * covers all of them and each can be proved later. Memory grows only with the height of the tree.
 * Not thread-safe.
 */
public final class MerkleRoot {
  private final MessageDigest sha256;
  private final Deque<byte[]> nodes = new ArrayDeque<>();
  private long size;

  /** Creates a tree without leaves. */
  public MerkleRoot() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  /** Adds the next digest. */
  public void add(byte[] digest) {
    sha256.update((byte) 0);
    byte[] node = sha256.digest(digest);
    for (long full = size; (full & 1) == 1; full >>= 1) {
      node = parent(nodes.pop(), node);
    }
    nodes.push(node);
    size++;
  }

  /** Number of digests added. */
  public long size() {
    return size;
  }

  /**
   * The root over the digests added so far, hexadecimal; the hash of the empty string if there are
   * none.
   */
  public String hex() {
    byte[] root = null;
    for (byte[] node : nodes) {
      root = root == null ? node : parent(node, root);
    }
    return HexFormat.of().formatHex(root == null ? sha256.digest() : root);
  }

  private byte[] parent(byte[] left, byte[] right) {
    sha256.update((byte) 1);
    sha256.update(left);
    return sha256.digest(right);
  }
}
