package countersign.delivery;

import java.io.InputStream;
import java.util.function.LongFunction;

/** Bytes that come block by block from where they are kept. */
final class StoredBytes extends InputStream {
  private final LongFunction<byte[]> blocks;
  private final long size;
  private byte[] block = new byte[0];
  private int next;
  private long fetched;

  /**
   * @param blocks gives the block that begins at an offset, from 0, at least one byte long
   * @param size of everything, in bytes
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
