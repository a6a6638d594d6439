package countersign.pgp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The binary content of one block of ASCII armour, line by line. Only white space may stand outside
 * the block; the checksum is not judged, because the content is proved by better means.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-6.2">RFC 9580, 6.2</a>
 */
final class Armour extends InputStream {
  private static final int MAX_LINE_BYTES = 4096;
  private static final int MAX_HEADER_LINES = 64;
  private static final int BLOCK_CHARS = 32 * 1024;

  private final BufferedInputStream in;
  private final String kind;
  private byte[] block = new byte[0];
  private int at;
  private String carried = "";
  private boolean padded;
  private boolean ended;

  /**
   * Reads as far as the armour's body.
   *
   * @param kind what must be in the block, for example {@code PGP MESSAGE}
   * @throws EnvelopeRefused NOT_OPENPGP if no such block begins here, DAMAGED if its headers do not
   *     end
   */
  Armour(BufferedInputStream in, String kind) throws IOException {
    this.in = in;
    this.kind = kind;
    String first = line();
    while (first != null && first.isBlank()) {
      first = line();
    }
    if (first == null || !first.strip().equals("-----BEGIN " + kind + "-----")) {
      throw new EnvelopeRefused(EnvelopeFault.NOT_OPENPGP, "no " + kind + " block begins it");
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
    for (int i = 0; i < MAX_HEADER_LINES; i++) {
      String line = line();
      if (line != null && line.isBlank()) {
        return;
      }
      if (line == null || line.indexOf(':') < 0) {
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
    StringBuilder text = new StringBuilder(BLOCK_CHARS + MAX_LINE_BYTES).append(carried);
    while (!ended && text.length() < BLOCK_CHARS) {
      String line = line();
      if (line == null) {
        throw Packets.damaged("the armour has no end line");
      }
      String content = line.strip();
      if (content.startsWith("-")) {
        end(content);
      } else if (!content.startsWith("=") || text.length() % 4 != 0) { // else the checksum
        append(text, content);
      }
    }
    int whole = ended ? text.length() : text.length() / 4 * 4;
    carried = text.substring(whole);
    try {
      return Base64.getDecoder().decode(text.substring(0, whole));
    } catch (IllegalArgumentException e) {
      throw new EnvelopeRefused(EnvelopeFault.DAMAGED, "the armour is not Base64", e);
    }
  }

  private void append(StringBuilder text, String content) throws EnvelopeRefused {
    if (padded && !content.isEmpty()) {
      throw Packets.damaged("the armour goes on after its padding");
    }
    text.append(content);
    padded = content.endsWith("=");
  }

  private void end(String line) throws IOException {
    if (!line.equals("-----END " + kind + "-----")) {
      throw Packets.damaged("the armour's end line does not fit its first line");
    }
    ended = true;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (!Character.isWhitespace(next)) {
        throw new EnvelopeRefused(EnvelopeFault.TRAILING, "text follows the armour");
      }
    }
  }

  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    int next = in.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (line.size() == MAX_LINE_BYTES) {
        throw Packets.damaged("a line of the armour is too long");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
