package countersign.pgp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Decodes one block of ASCII armour to its binary content, line by line. Outside the block only
 * white space is allowed. The armour's checksum is ignored, because the integrity hash and the
 * signature protect the content.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-6.2">RFC 9580, 6.2</a>
 */
final class Armour extends InputStream {
  private static final int MAX_LINE_BYTES = 4096;
  private static final int MAX_HEADER_LINES = 64;
  private static final int BLOCK_CHARS = 32 * 1024;

  private final InputStream in;
  private final String kind;

  private final byte[] raw = new byte[BLOCK_CHARS];
  private int rawAt;
  private int rawEnd;

  private final byte[] line = new byte[MAX_LINE_BYTES];
  private int lineLength;

  private final byte[] text = new byte[BLOCK_CHARS + MAX_LINE_BYTES];
  private int textLength;
  private byte[] block = new byte[0];
  private int at;
  private boolean ended;

  /**
   * Reads the armour up to the start of its body.
   *
   * @param kind required kind of block, for example {@code PGP MESSAGE}
   * @throws EnvelopeRefused NOT_OPENPGP if the input does not start with such a block, DAMAGED if
   *     the end of its headers is missing
   */
  Armour(InputStream in, String kind) throws IOException {
    this.in = in;
    this.kind = kind;
    boolean more = nextLine();
    while (more && lineLength == 0) {
      more = nextLine();
    }
    if (!lineText().equals("-----BEGIN " + kind + "-----")) {
      throw new EnvelopeRefused(
          EnvelopeFault.NOT_OPENPGP, "it does not begin with a " + kind + " block");
    }
    skipHeaders();
  }

  @Override
  public int read() throws IOException {
    return filled() ? block[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!filled()) {
      return -1;
    }
    int count = Math.min(length, block.length - at);
    System.arraycopy(block, at, into, from, count);
    at += count;
    return count;
  }

  private void skipHeaders() throws IOException {
    for (int i = 0; i < MAX_HEADER_LINES && nextLine(); i++) {
      if (lineLength == 0) {
        return;
      }
      if (lineText().indexOf(':') < 0) {
        break;
      }
    }
    throw Packets.damaged("the armour's headers do not end in an empty line");
  }

  private boolean filled() throws IOException {
    while (at == block.length) {
      if (ended) {
        return false;
      }
      block = nextBlock();
      at = 0;
    }
    return true;
  }

  private byte[] nextBlock() throws IOException {
    while (!ended && textLength < BLOCK_CHARS) {
      if (!nextLine()) {
        throw Packets.damaged("the armour has no end line");
      }
      boolean checksum = lineLength > 0 && line[0] == '=' && textLength % 4 == 0;
      if (lineLength > 0 && line[0] == '-') {
        end();
      } else if (!checksum) {
        System.arraycopy(line, 0, text, textLength, lineLength);
        textLength += lineLength;
      }
    }
    int whole = ended ? textLength : textLength / 4 * 4;
    try {
      byte[] decoded = Base64.getDecoder().decode(Arrays.copyOf(text, whole));
      if (whole > 0 && text[whole - 1] == '=' && !ended) {
        endAfterPadding();
      }
      System.arraycopy(text, whole, text, 0, textLength - whole);
      textLength -= whole;
      return decoded;
    } catch (IllegalArgumentException e) {
      throw new EnvelopeRefused(EnvelopeFault.DAMAGED, "the armour is not Base64", e);
    }
  }

  /**
   * Reads to the end line if a decoded block ended exactly at the padding: only a checksum and the
   * end line may follow.
   */
  private void endAfterPadding() throws IOException {
    while (!ended) {
      if (!nextLine()) {
        throw Packets.damaged("the armour has no end line");
      }
      if (lineLength > 0 && line[0] == '-') {
        end();
      } else if (lineLength > 0 && line[0] != '=') {
        throw Packets.damaged("data follows the armour's padding");
      }
    }
  }

  private void end() throws IOException {
    if (!lineText().equals("-----END " + kind + "-----")) {
      throw Packets.damaged("the armour's end line does not match its first line");
    }
    ended = true;
    while (nextLine()) {
      if (lineLength > 0) {
        throw new EnvelopeRefused(EnvelopeFault.TRAILING, "text follows the armour");
      }
    }
  }

  private String lineText() {
    return new String(line, 0, lineLength, StandardCharsets.ISO_8859_1);
  }

  /** Reads one line without leading and trailing white space; false at the end of the input. */
  private boolean nextLine() throws IOException {
    lineLength = 0;
    boolean any = false;
    boolean complete = false;
    while (!complete && moreRaw()) {
      any = true;
      int end = endOfLine(raw, rawAt, rawEnd);
      int run = end - rawAt;
      if (lineLength + run > MAX_LINE_BYTES) {
        throw Packets.damaged("a line of the armour is too long");
      }
      System.arraycopy(raw, rawAt, line, lineLength, run);
      lineLength += run;
      complete = end < rawEnd;
      rawAt = complete ? end + 1 : end;
    }
    strip();
    return any;
  }

  private static int endOfLine(byte[] in, int from, int to) {
    int end = from;
    while (end < to && in[end] != '\n') {
      end++;
    }
    return end;
  }

  private void strip() {
    while (lineLength > 0 && isWhite(line[lineLength - 1])) {
      lineLength--;
    }
    int begin = 0;
    while (begin < lineLength && isWhite(line[begin])) {
      begin++;
    }
    if (begin > 0) {
      System.arraycopy(line, begin, line, 0, lineLength - begin);
      lineLength -= begin;
    }
  }

  private boolean moreRaw() throws IOException {
    if (rawAt == rawEnd) {
      rawAt = 0;
      rawEnd = Math.max(in.read(raw), 0);
    }
    return rawAt < rawEnd;
  }

  private static boolean isWhite(byte octet) {
    return octet == ' ' || (octet >= '\t' && octet <= '\r');
  }
}
