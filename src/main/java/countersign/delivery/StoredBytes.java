package countersign.delivery;

import java.io.InputStream;
import java.util.function.LongFunction;

/** A stream that fetches its bytes block by block. */
final class StoredBytes extends InputStream {
  private final LongFunction<byte[]> blocks;
  private final long size;
  private byte[] block = new byte[0];
  private int next;
  private long fetched;

  /**
   * Creates a stream.
   *
   * @param blocks gives the block at an offset, counted from 0; a block has at least one byte
   * @param size the total size in bytes
   */
  StoredBytes(LongFunction<byte[]> blocks, long size) {
    this.blocks = blocks;
    this.size = size;
  }

  @Override
  public int read() {
    return fetch() ? block[next++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) {
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

  private boolean fetch() {
    if (next == block.length && fetched < size) {
      block = blocks.apply(fetched);
      next = 0;
      fetched += block.length;
    }
    return next < block.length;
  }
}
