package countersign.pgp;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.jspecify.annotations.Nullable;

/**
 * The content of a sealed file, as a stream that uses bounded memory. <b>The content is not
 * authenticated</b> until {@link #verify()} has returned: if this stream throws, the caller must
 * discard everything derived from it. Read it in blocks. Not thread-safe.
 */
public final class OpenedStream extends InputStream {
  private static final long RATIO_FROM_BYTES = 1024 * 1024;
  private static final int BLOCK_BYTES = 64 * 1024;
  private static final int SKIP_BLOCK_BYTES = 1024;
  private static final int MIN_HEADER_BYTES = 2;

  private final InputStream source;
  private final Packets outer;
  private final Packets encrypted;
  private final Packets message;
  private final OnePassSignature signature;
  private final Opener.Terms terms;
  private final Inflater inflater;
  private long bytes;
  private @Nullable Signer proof;
  private @Nullable EnvelopeRefused refused;

  /** Reads up to the start of the content. */
  OpenedStream(
      InputStream source, Packets outer, EncryptedData data, SecretKey ours, Opener.Terms terms)
      throws IOException {
    this.source = source;
    this.outer = outer;
    this.terms = terms;
    this.encrypted = new Packets(data);
    int tag = next(encrypted);
    boolean compressed = tag == PacketTag.COMPRESSED;
    int compression = compressed ? encrypted.octet() : CompressionAlgorithmTags.UNCOMPRESSED;
    this.inflater = new Inflater(compression == CompressionAlgorithmTags.ZIP);
    this.message = compressed ? new Packets(decompressed(compression)) : encrypted;
    requireOnePass(compressed ? next(message) : tag);
    PGPOnePassSignature announced = OnePassSignature.announced(message.smallBody());
    requireLiteral(next(message));
    message.octets(message.octet() + 4); // skips name and time, which the exchange does not use
    this.signature = new OnePassSignature(announced, ours, terms);
  }

  /** Reads one byte; slow, so prefer reading blocks. */
  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * Reads the next block of the content.
   *
   * @throws EnvelopeRefused with the fault that stopped the reading; every further call throws it
   *     again
   * @throws IOException if the file itself cannot be read
   */
  @Override
  public int read(byte[] block, int from, int length) throws IOException {
    requireNotRefused();
    if (proof != null) {
      return -1;
    }
    try {
      int read = message.read(block, from, length);
      if (read > 0) {
        count(read);
        signature.update(block, from, read);
      }
      return read;
    } catch (IOException | RuntimeException e) {
      throw remembered(e);
    }
  }

  /**
   * Reads the rest of the message, including unread content, and determines who signed it. Checks
   * the integrity hash, the end of the message, and the one signature with its key and its time.
   *
   * @throws EnvelopeRefused with the fault that stopped the reading
   * @throws IOException if the file itself cannot be read
   */
  public Signer verify() throws IOException {
    byte[] block = new byte[BLOCK_BYTES];
    while (read(block, 0, block.length) >= 0) {
      // Content that the caller did not read is hashed too.
    }
    if (proof == null) {
      try {
        proof = signature.verify(signaturePacket());
      } catch (IOException | RuntimeException e) {
        throw remembered(e);
      }
    }
    return proof;
  }

  /** Closes the file; verifies nothing. */
  @Override
  public void close() throws IOException {
    inflater.end();
    source.close();
  }

  /** Moves to the next packet that is not a marker or padding. */
  private int next(Packets packets) throws IOException {
    return next(packets, EnvelopeFault.DAMAGED);
  }

  private int next(Packets packets, EnvelopeFault ifNoPacket) throws IOException {
    int tag = packets.next(ifNoPacket);
    while (tag == PacketTag.MARKER || tag == PacketTag.PADDING) {
      count(MIN_HEADER_BYTES);
      byte[] block = new byte[SKIP_BLOCK_BYTES];
      for (int read = 0; read >= 0; read = packets.read(block, 0, block.length)) {
        count(read);
      }
      tag = packets.next(ifNoPacket);
    }
    return tag;
  }

  private InputStream decompressed(int algorithm) throws EnvelopeRefused {
    return switch (algorithm) {
      case CompressionAlgorithmTags.UNCOMPRESSED -> encrypted.body();
      case CompressionAlgorithmTags.ZIP, CompressionAlgorithmTags.ZLIB ->
          new InflaterInputStream(encrypted.body(), inflater, BLOCK_BYTES);
      default ->
          throw refusal(
              EnvelopeFault.UNSUPPORTED_PACKET,
              "compression " + algorithm + "; none, ZIP and ZLIB are expected");
    };
  }

  private static void requireOnePass(int tag) throws EnvelopeRefused {
    if (tag == PacketTag.LITERAL || tag == PacketTag.SIGNATURE) {
      throw refusal(EnvelopeFault.NO_SIGNATURE, "it does not begin with a one-pass signature");
    }
    if (tag != PacketTag.ONE_PASS_SIGNATURE) {
      throw Packets.misplaced(tag);
    }
  }

  private void requireLiteral(int tag) throws IOException {
    if (tag == PacketTag.ONE_PASS_SIGNATURE) {
      throw refusal(EnvelopeFault.SEVERAL_SIGNATURES, "it has a second one-pass signature packet");
    }
    if (tag != PacketTag.LITERAL) {
      throw Packets.misplaced(tag);
    }
    int format = message.octet();
    if (format != 'b' && format != 't' && format != 'u') {
      throw refusal(EnvelopeFault.UNSUPPORTED_PACKET, "literal data of form b, t or u is expected");
    }
  }

  private void count(int more) throws EnvelopeRefused {
    bytes += more;
    if (bytes > terms.limits().maxPlaintextBytes()) {
      throw refusal(
          EnvelopeFault.SIZE, "more than %d bytes".formatted(terms.limits().maxPlaintextBytes()));
    }
    if (bytes >= RATIO_FROM_BYTES && bytes > terms.sealedBytes() * terms.limits().maxRatio()) {
      throw refusal(
          EnvelopeFault.RATIO,
          "more than %d times the %d bytes of the sealed file"
              .formatted(terms.limits().maxRatio(), terms.sealedBytes()));
    }
  }

  /** Reads the packet of the one signature and checks that nothing follows it. */
  private byte[] signaturePacket() throws IOException {
    int tag = next(message, EnvelopeFault.TRAILING);
    if (tag == -1) {
      throw refusal(EnvelopeFault.NO_SIGNATURE, "the signature after the content is missing");
    }
    if (tag != PacketTag.SIGNATURE) {
      throw Packets.trailing(tag);
    }
    byte[] packet = message.smallBody();
    requireEnd(message);
    requireEnd(encrypted);
    if (outer.nextThatCounts(EnvelopeFault.TRAILING) != -1) {
      throw refusal(EnvelopeFault.TRAILING, "a packet follows the encrypted data");
    }
    return packet;
  }

  private void requireEnd(Packets packets) throws IOException {
    int tag = next(packets, EnvelopeFault.TRAILING);
    if (tag != -1) {
      throw Packets.trailing(tag);
    }
  }

  private void requireNotRefused() throws EnvelopeRefused {
    if (refused != null) {
      throw refused;
    }
  }

  private IOException remembered(Exception failure) {
    IOException refusal = Opener.asRefusal(failure);
    if (refusal instanceof EnvelopeRefused envelope) {
      refused = envelope;
    }
    return refusal;
  }

  private static EnvelopeRefused refusal(EnvelopeFault fault, String detail) {
    return new EnvelopeRefused(fault, detail);
  }
}
