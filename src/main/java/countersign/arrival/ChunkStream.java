package countersign.arrival;

import countersign.request.FileId;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import java.io.InputStream;

/** A file's sealed bytes as received, a chunk at a time; used by one thread. */
public final class ChunkStream extends InputStream {
  public static final int BYTES = 1024 * 1024;

  private final FileId file;
  private final JdbcArrivals arrivals;
  private final DataCipher cipher;
  private byte[] chunk = {};
  private int position;
  private int number;

  public ChunkStream(FileId file, JdbcArrivals arrivals, DataCipher cipher) {
    this.file = file;
    this.arrivals = arrivals;
    this.cipher = cipher;
  }

  /** The data to which a chunk is bound: its file and position. */
  public static AssociatedData associatedData(FileId file, int number) {
    return new AssociatedData("file_chunk", file + "/" + number, "chunk_sealed");
  }

  @Override
  public int read() {
    return more() ? chunk[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean more() {
    while (position == chunk.length) {
      byte[] sealed = arrivals.chunk(file, number).orElse(null);
      if (sealed == null) {
        return false;
      }
      chunk = cipher.open(sealed, associatedData(file, number));
      position = 0;
      number++;
    }
    return true;
  }
}
