package countersign.arrival;

import countersign.request.FileId;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** A file's sealed bytes as received, a few chunks at a time; used by one thread. */
public final class ChunkStream extends InputStream {
  /** How many bytes are stored by one commit and read by one query. */
  public static final int BYTES = 1024 * 1024;

  /**
   * The largest chunk. The Java runtime compiles AES-GCM after many calls, not after many bytes:
   * with chunks of 1 MiB most of a file of 100 MB is sealed by interpreted code.
   */
  private static final int CHUNK_BYTES = 32 * 1024;

  private final FileId file;
  private final JdbcArrivals arrivals;
  private final DataCipher cipher;
  private final Deque<byte[]> fetched = new ArrayDeque<>();
  private byte[] chunk = {};
  private int position;
  private int number;

  public ChunkStream(FileId file, JdbcArrivals arrivals, DataCipher cipher) {
    this.file = file;
    this.arrivals = arrivals;
    this.cipher = cipher;
  }

  /** The data to which a chunk is bound: its file and position. */
  private static AssociatedData associatedData(FileId file, int number) {
    return new AssociatedData("file_chunk", file + "/" + number, "chunk_sealed");
  }

  /**
   * Seals consecutive bytes as chunks.
   *
   * @param first number of the first chunk
   */
  public static List<byte[]> seal(DataCipher cipher, FileId file, int first, byte[] bytes) {
    List<byte[]> sealed = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += CHUNK_BYTES) {
      byte[] plain = Arrays.copyOfRange(bytes, from, Math.min(from + CHUNK_BYTES, bytes.length));
      sealed.add(cipher.seal(plain, associatedData(file, first + sealed.size())));
    }
    return sealed;
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
      if (fetched.isEmpty()) {
        fetched.addAll(arrivals.chunks(file, number, BYTES / CHUNK_BYTES));
      }
      byte[] sealed = fetched.poll();
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
