package countersign.sealing;

import countersign.crypto.Sha256;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongFunction;

/**
 * A stream that fetches its bytes block by block and hashes them. It gives the last block only if
 * the hash of all blocks is the expected one.
 */
public final class StoredBytes extends InputStream {
  private final LongFunction<byte[]> blocks;
  private final long size;
  private final String sha256;
  private final MessageDigest digest = Sha256.start();
  private byte[] block = new byte[0];
  private int next;
  private long fetched;

  /**
   * Creates a stream.
   *
   * @param blocks gives the block at an offset, counted from 0; empty if there is none
   * @param size the expected size in bytes
   * @param sha256 the expected SHA-256, hexadecimal
   */
  public StoredBytes(LongFunction<byte[]> blocks, long size, String sha256) {
    this.blocks = blocks;
    this.size = size;
    this.sha256 = sha256;
  }

  @Override
  public int read() throws SealedBytesChanged {
    return fetch() ? block[next++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws SealedBytesChanged {
    if (length == 0) {
      return 0;
    }
    if (!fetch()) {
      return -1;
    }
    int count = Math.min(length, block.length - next);
    System.arraycopy(block, next, into, from, count);
    next += count;
    return count;
  }

  private boolean fetch() throws SealedBytesChanged {
    if (next == block.length && fetched < size) {
      byte[] following = blocks.apply(fetched);
      digest.update(following);
      if (following.length == 0 || following.length > size - fetched) {
        throw new SealedBytesChanged();
      }
      if (following.length == size - fetched
          && !HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
        throw new SealedBytesChanged();
      }
      fetched += following.length;
      block = following;
      next = 0;
    }
    return next < block.length;
  }
}
