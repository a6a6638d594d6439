package countersign.pgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.bcpg.BCPGInputStream;

/**
 * Reads the framing of OpenPGP packets strictly: one packet after the other, bodies in blocks. A
 * missing byte is always {@link EnvelopeFault#DAMAGED}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580#section-4.2">RFC 9580, 4.2</a>
 */
final class Packets {
  /**
   * Maximum length of a signature or session key packet, in bytes: more than any needs, and small
   * enough to hold in memory.
   */
  static final int MAX_SMALL_PACKET_BYTES = 64 * 1024;

  private static final long TO_THE_END = -1;
  private static final int MIN_FIRST_PARTIAL_BYTES = 512;
  private static final int SKIP_BLOCK_BYTES = 64 * 1024;

  private final InputStream in;
  private long left;
  private boolean partial;

  /** Reported when the body is read, because the tag alone may refuse the packet. */
  private boolean beginsTooShort;

  /**
   * Reads packets from a stream.
   *
   * @param in a buffered stream, because single bytes are read; never closed here
   */
  Packets(InputStream in) {
    this.in = in;
  }

  /**
   * Moves to the next packet and skips the rest of the current one.
   *
   * @return the packet's tag, or -1 at the end of the input
   * @throws EnvelopeRefused DAMAGED if the next bytes are not a packet
   */
  int next() throws IOException {
    return next(EnvelopeFault.DAMAGED);
  }

  /** Like {@link #next()}, but with another fault if the next bytes are not a packet. */
  int next(EnvelopeFault ifNoPacket) throws IOException {
    skipRest();
    int header = in.read();
    if (header < 0) {
      return -1;
    }
    if ((header & 0x80) == 0) {
      throw new EnvelopeRefused(ifNoPacket, "a packet is expected, but other bytes were found");
    }
    int tag = PacketTag.of(header);
    if ((header & 0x40) != 0) {
      modernLength();
    } else {
      oldLength(header & 3);
    }
    beginsTooShort = partial && left < MIN_FIRST_PARTIAL_BYTES;
    if ((partial || left == TO_THE_END) && !PacketTag.DATA.contains(tag)) {
      throw damaged("packet " + tag + " has no definite length");
    }
    return tag;
  }

  /** Like {@link #next(EnvelopeFault)}, but passes over marker and padding packets. */
  int nextThatCounts(EnvelopeFault ifNoPacket) throws IOException {
    int tag = next(ifNoPacket);
    while (tag == PacketTag.MARKER || tag == PacketTag.PADDING) {
      tag = next(ifNoPacket);
    }
    return tag;
  }

  private void skipRest() throws IOException {
    if (left == 0 && !partial) {
      return;
    }
    byte[] block = new byte[SKIP_BLOCK_BYTES];
    while (read(block, 0, block.length) >= 0) {
      // Skips the rest of the previous packet.
    }
  }

  /** Reads at least one byte of the packet's body; -1 at its end. */
  int read(byte[] block, int from, int length) throws IOException {
    if (beginsTooShort) {
      throw damaged("the first part of a packet has fewer than 512 bytes");
    }
    while (left == 0 && partial) {
      modernLength();
    }
    if (left == 0 || length == 0) {
      return left == 0 ? -1 : 0;
    }
    int read = in.read(block, from, left < 0 ? length : (int) Math.min(left, length));
    if (read < 0) {
      if (left == TO_THE_END) {
        left = 0;
        return -1;
      }
      throw damaged("the input ends inside a packet");
    }
    left -= left < 0 ? 0 : read;
    return read;
  }

  /** Reads one byte of the body. */
  int octet() throws IOException {
    byte[] one = new byte[1];
    if (read(one, 0, 1) != 1) {
      throw damaged("a packet is too short");
    }
    return one[0] & 0xFF;
  }

  /** Reads exactly this number of bytes of the body. */
  byte[] octets(int count) throws IOException {
    byte[] all = new byte[count];
    for (int at = 0; at < count; ) {
      int read = read(all, at, count - at);
      if (read < 0) {
        throw damaged("a packet is too short");
      }
      at += read;
    }
    return all;
  }

  /** Reads the rest of a packet that must be small. */
  byte[] smallBody() throws IOException {
    if (partial || left < 0 || left > MAX_SMALL_PACKET_BYTES) {
      throw damaged("a signature or session key is too long");
    }
    return octets((int) left);
  }

  /** The rest of the body as a stream; closing it does nothing. */
  InputStream body() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return Packets.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] block, int from, int length) throws IOException {
        return Packets.this.read(block, from, length);
      }
    };
  }

  /** Builds a whole packet in the format that Bouncy Castle parses. */
  static BCPGInputStream whole(int tag, byte[] body) {
    ByteArrayOutputStream packet = new ByteArrayOutputStream();
    write(packet, tag, body);
    return new BCPGInputStream(new ByteArrayInputStream(packet.toByteArray()));
  }

  /** Writes a whole packet in the current format. */
  static void write(ByteArrayOutputStream out, int tag, byte[] body) {
    out.write(0xC0 | tag);
    out.write(0xFF);
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(body.length >>> shift);
    }
    out.writeBytes(body);
  }

  /** Number of bytes before the body of the packet that begins here. */
  static int headerLength(byte[] start) {
    if ((start[0] & 0x40) == 0) {
      int type = start[0] & 3;
      return type == 3 ? 1 : 1 + (1 << type);
    }
    int first = start.length > 1 ? start[1] & 0xFF : 0;
    return first < 192 || (first >= 224 && first < 255) ? 2 : first == 255 ? 6 : 3;
  }

  /** Fault for a packet, or the end of the input, that comes before the content. */
  static EnvelopeRefused misplaced(int tag) {
    return switch (tag) {
      case -1 -> damaged("the message ends before its content");
      case PacketTag.SESSION_KEY,
          PacketTag.PASSWORD_SESSION_KEY,
          PacketTag.COMPRESSED,
          PacketTag.UNPROTECTED,
          PacketTag.PROTECTED,
          PacketTag.AEAD ->
          new EnvelopeRefused(EnvelopeFault.NESTED, "tag " + tag + " inside");
      case PacketTag.LITERAL, PacketTag.SIGNATURE ->
          damaged("tag " + tag + " is in the wrong place");
      default -> new EnvelopeRefused(EnvelopeFault.UNSUPPORTED_PACKET, "tag " + tag + " inside");
    };
  }

  /** Fault for a packet that comes after the content. */
  static EnvelopeRefused trailing(int tag) {
    boolean signature = tag == PacketTag.SIGNATURE || tag == PacketTag.ONE_PASS_SIGNATURE;
    return new EnvelopeRefused(
        signature ? EnvelopeFault.SEVERAL_SIGNATURES : EnvelopeFault.TRAILING,
        "tag " + tag + " follows");
  }

  static EnvelopeRefused damaged(String detail) {
    return new EnvelopeRefused(EnvelopeFault.DAMAGED, detail);
  }

  private void modernLength() throws IOException {
    int first = (int) number(1);
    partial = false;
    if (first < 192) {
      left = first;
    } else if (first < 224) {
      left = (first - 192) * 256L + number(1) + 192;
    } else if (first == 255) {
      left = number(4);
    } else {
      partial = true;
      left = 1L << (first & 0x1F);
    }
  }

  private void oldLength(int type) throws IOException {
    partial = false;
    left = type == 3 ? TO_THE_END : number(1 << type);
  }

  private long number(int octets) throws IOException {
    long number = 0;
    for (int i = 0; i < octets; i++) {
      int next = in.read();
      if (next < 0) {
        throw damaged("the input ends inside a packet's length");
      }
      number = (number << 8) | next;
    }
    return number;
  }
}
