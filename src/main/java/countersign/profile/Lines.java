package countersign.profile;

import countersign.crypto.Sha256;
import countersign.request.FileDetail;
import countersign.request.FileDetail.Detail;
import countersign.request.ReasonCode;
import countersign.request.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a plaintext stream into records and hashes everything before the last one. A record longer
 * than 64 KiB, without its line feed, stops the reading at once.
 */
public final class Lines {
  static final int MAX_BYTES = 64 * 1024;
  private static final int BUFFER = 256 * 1024;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final boolean quoted;
  private final MessageDigest sha256 = Sha256.start();
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private long bufferStart;
  private long line = 1;
  private Quoting quoting = Quoting.CELL_START;
  private byte[] last = {};
  private boolean lastEnded;

  /**
   * One record without its line feed.
   *
   * @param bytes the bytes as received, including a carriage return
   * @param number line of the plaintext at which the record begins, from 1
   * @param ended whether a line feed followed
   */
  public record Raw(byte[] bytes, long number, boolean ended) {}

  /**
   * Creates a reader of records.
   *
   * @param quoted whether a line feed between double quotes belongs to the record (CSV)
   */
  public Lines(InputStream in, boolean quoted) {
    this.in = in;
    this.quoted = quoted;
  }

  /**
   * Reads the next record; null at the end.
   *
   * @throws Refused F112 if the record is longer than 64 KiB
   */
  @Nullable
  public Raw next() throws IOException {
    byte[] record = new byte[0];
    while (true) {
      if (position == limit && !fill()) {
        return record.length == 0 ? null : raw(record, false); // an empty rest is not a record
      }
      int end = end();
      boolean found = end < limit;
      if (record.length + (end - position) > MAX_BYTES) {
        throw new Refused(
            List.of(ReasonCode.F112_THREAT_SCAN),
            List.of(new FileDetail(ReasonCode.F112_THREAT_SCAN, Detail.LINE, null)));
      }
      record = join(record, end);
      position = found ? end + 1 : end;
      if (found) {
        return raw(record, true);
      }
    }
  }

  /** SHA-256 of every byte before the last record that {@link #next} returned, hexadecimal. */
  public String hashBeforeLast() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) sha256.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The Java runtime's SHA-256 cannot be cloned", e);
    }
  }

  private Raw raw(byte[] record, boolean ended) {
    sha256.update(last);
    if (lastEnded) {
      sha256.update((byte) '\n');
    }
    last = record;
    lastEnded = ended;
    Raw raw = new Raw(record, line, ended);
    line++;
    if (quoted) {
      for (byte b : record) {
        line += b == '\n' ? 1 : 0;
      }
    }
    quoting = Quoting.CELL_START;
    return raw;
  }

  private byte[] join(byte[] record, int end) {
    int length = end - position;
    byte[] joined = Arrays.copyOf(record, record.length + length);
    System.arraycopy(buffer, position, joined, record.length, length);
    return joined;
  }

  /**
   * Where the reading is in a CSV record: only a quote at the start of a cell, or after the
   * byte-order mark of the file, opens a quoted cell.
   */
  private enum Quoting {
    CELL_START,
    UNQUOTED,
    QUOTED,
    QUOTE_IN_QUOTED;

    Quoting next(byte octet) {
      return switch (this) {
        case QUOTED -> octet == '"' ? QUOTE_IN_QUOTED : QUOTED;
        case QUOTE_IN_QUOTED -> octet == '"' ? QUOTED : outside(octet);
        case CELL_START -> octet == '"' ? QUOTED : outside(octet);
        case UNQUOTED -> outside(octet);
      };
    }

    private static Quoting outside(byte octet) {
      return octet == ',' ? CELL_START : UNQUOTED;
    }
  }

  /** Index of the record's line feed, or the end of the buffer. */
  private int end() {
    for (int i = position; i < limit; i++) {
      if (buffer[i] == '\n' && quoting != Quoting.QUOTED) {
        return i;
      }
      if (quoted && !isByteOrderMark(i)) {
        quoting = quoting.next(buffer[i]);
      }
    }
    return limit;
  }

  private boolean isByteOrderMark(int index) {
    long place = bufferStart + index;
    return place < BYTE_ORDER_MARK.length && buffer[index] == BYTE_ORDER_MARK[(int) place];
  }

  private boolean fill() throws IOException {
    bufferStart += limit;
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }
}
