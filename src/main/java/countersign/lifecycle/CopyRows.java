package countersign.lifecycle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of rows in the format of PostgreSQL's {@code COPY ... (FORMAT binary)}. Only COPY writes
 * hundreds of thousands of rows in seconds. One object holds one block, to keep memory small. Not
 * thread-safe.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, binary format</a>
 */
public final class CopyRows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int TEXT = 25; // OID of the type in pg_type
  private static final long EPOCH_2000_SECONDS = 946_684_800L;

  private ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private int rows;

  /** Creates an empty block. */
  public CopyRows() {
    buffer.put(HEADER);
  }

  /** Begins a row with the given number of columns. */
  public CopyRows row(int columns) {
    rows++;
    need(2).putShort((short) columns);
    return this;
  }

  /** Adds a column of type {@code text}. */
  public CopyRows text(@Nullable String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a column of type {@code bytea}. */
  public CopyRows bytes(byte @Nullable [] value) {
    if (value == null) {
      need(4).putInt(-1);
    } else {
      need(4 + value.length).putInt(value.length).put(value);
    }
    return this;
  }

  /** Adds a column of type {@code integer}. */
  public CopyRows number(int value) {
    need(8).putInt(4).putInt(value);
    return this;
  }

  /** Adds a column of type {@code boolean}. */
  public CopyRows flag(boolean value) {
    need(5).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  /** Adds a column of type {@code timestamptz}, truncated to microseconds. */
  public CopyRows instant(Instant value) {
    long micros =
        (value.getEpochSecond() - EPOCH_2000_SECONDS) * 1_000_000 + value.getNano() / 1_000;
    need(12).putInt(8).putLong(micros);
    return this;
  }

  /** Adds a column of type {@code text[]}. */
  public CopyRows texts(@Nullable List<String> values) {
    if (values == null) {
      return bytes(null);
    }
    int start = need(32).position();
    buffer.putInt(0);
    buffer.putInt(values.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT);
    if (!values.isEmpty()) {
      buffer.putInt(values.size()).putInt(1);
      values.forEach(this::text);
    }
    buffer.putInt(start, buffer.position() - start - 4);
    return this;
  }

  /** The number of rows begun. */
  public int size() {
    return rows;
  }

  /**
   * Ends the block and returns it in COPY's format. The caller must not add anything afterwards.
   */
  public byte[] finish() {
    need(2).putShort((short) -1);
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private ByteBuffer need(int bytes) {
    if (buffer.remaining() < bytes) {
      int size = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
      buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), size)).position(buffer.position());
    }
    return buffer;
  }
}
