package countersign.accounting;

import countersign.request.Sha256;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * One hash over many digests in their order (RFC 6962 tree), so that one ledger event can stand for
 * all of them and each can be proved later. Keeps one node a level, however many are added.
 */
public final class MerkleRoot {
  private final MessageDigest sha256;
  private final Deque<byte[]> nodes = new ArrayDeque<>();
  private long size;

  /** A tree without leaves. */
  public MerkleRoot() {
    sha256 = Sha256.start();
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

  /** How many digests were added. */
  public long size() {
    return size;
  }

  /** The root over what was added so far, hexadecimal; over nothing the hash of nothing. */
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
