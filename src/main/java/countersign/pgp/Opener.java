package countersign.pgp;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Opens sealed files with the gateway's keys. Accepts exactly one OpenPGP message, signed and then
 * encrypted. Stateless, thread-safe.
 */
public final class Opener {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int LOOK_AHEAD_BYTES = 1024;
  private static final int MAX_SESSION_KEYS = 16;
  private static final Set<Integer> SIGNATURE_VERSIONS = Set.of(2, 3, 4, 5, 6);

  private final List<SecretKey> ours;
  private final EnvelopeLimits limits;

  /**
   * Creates an opener for any of these keys.
   *
   * @param ours the gateway's keys, including retired ones for which messages may still arrive
   */
  public Opener(List<SecretKey> ours, EnvelopeLimits limits) {
    this.ours = List.copyOf(ours);
    this.limits = limits;
  }

  /**
   * Opens one sealed file up to the start of its content.
   *
   * @param sealed the file, armoured or binary; closed with the returned stream, or by this method
   *     if it throws
   * @param sealedBytes the file's length, from which the ratio of the content is computed
   * @param pinned the partner's certificates; the file must be signed by one of them
   * @param receivedAt when the file was first picked up
   * @return the content, which must not be used until {@link OpenedStream#verify()} has returned
   * @throws EnvelopeRefused with the fault that stopped the reading
   * @throws IOException if the file itself cannot be read
   */
  public OpenedStream open(
      InputStream sealed, long sealedBytes, Collection<Certificate> pinned, Instant receivedAt)
      throws IOException {
    try {
      return opened(new Source(sealed), new Terms(limits, sealedBytes, pinned, receivedAt));
    } catch (IOException | RuntimeException e) {
      sealed.close();
      throw asRefusal(e);
    }
  }

  /** The conditions that a message must meet. */
  record Terms(
      EnvelopeLimits limits,
      long sealedBytes,
      Collection<Certificate> pinned,
      Instant receivedAt) {}

  /** Converts a failure of reading into a refusal; an error of the disk stays as it is. */
  static IOException asRefusal(Exception failure) {
    if (failure instanceof EnvelopeRefused || failure instanceof SourceFailed) {
      return (IOException) failure;
    }
    return new EnvelopeRefused(EnvelopeFault.DAMAGED, "it cannot be read", failure);
  }

  private OpenedStream opened(Source source, Terms terms) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(source, BUFFER_BYTES);
    Packets outer = new Packets(packets(buffered));
    List<byte[]> sessionKeys = new ArrayList<>();
    int tag = outer.nextThatCounts(EnvelopeFault.DAMAGED);
    for (; tag == PacketTag.SESSION_KEY; tag = outer.nextThatCounts(EnvelopeFault.DAMAGED)) {
      byte[] sessionKey = outer.smallBody();
      if (sessionKey.length < 10) {
        throw Packets.damaged("a session key is too short");
      }
      if (sessionKey[0] != SessionKeys.VERSION || sessionKeys.size() == MAX_SESSION_KEYS) {
        throw unsupported("session keys of version 3, at most 16, are expected");
      }
      sessionKeys.add(sessionKey);
    }
    requireProtected(tag, outer);
    byte[] start = outer.body().readNBytes(EncryptedData.PREFIX);
    SessionKeys.Found found = new SessionKeys(ours).find(sessionKeys, start);
    InputStream data = new SequenceInputStream(new ByteArrayInputStream(start), outer.body());
    try {
      EncryptedData decrypted = new EncryptedData(data, found.sessionKey());
      return new OpenedStream(source, outer, decrypted, found.ours(), terms);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java runtime has no AES or no SHA-1", e);
    }
  }

  private static InputStream packets(BufferedInputStream in) throws IOException {
    in.mark(LOOK_AHEAD_BYTES);
    byte[] start = in.readNBytes(LOOK_AHEAD_BYTES);
    in.reset();
    if (start.length > 0 && start[0] < 0) {
      requireBeginning(start);
      return in;
    }
    String text = new String(start, StandardCharsets.ISO_8859_1).strip();
    if (text.startsWith("-----BEGIN PGP MESSAGE-----")) {
      return new Armour(in, "PGP MESSAGE");
    }
    if (text.startsWith("-----BEGIN PGP SIGNED MESSAGE-----")) {
      throw new EnvelopeRefused(EnvelopeFault.PLAINTEXT, "it is a clear-signed text");
    }
    boolean readable = text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c));
    if (!text.isEmpty() && readable && !text.contains("-----BEGIN PGP ")) {
      throw new EnvelopeRefused(EnvelopeFault.PLAINTEXT, "it is text");
    }
    throw new EnvelopeRefused(EnvelopeFault.NOT_OPENPGP, "neither packets nor a PGP MESSAGE block");
  }

  /**
   * Refuses bytes that only look like a packet. A first byte of 0x89 alone proves nothing: every
   * PNG image begins with it.
   */
  private static void requireBeginning(byte[] start) throws EnvelopeRefused {
    int tag = PacketTag.of(start[0]);
    if (!PacketTag.BEGINNINGS.contains(tag)) {
      throw new EnvelopeRefused(
          EnvelopeFault.NOT_OPENPGP, "tag %d does not begin a message".formatted(tag));
    }
    int body = Packets.headerLength(start);
    boolean signature = tag == PacketTag.SIGNATURE;
    if (start.length < 2
        || (signature
            && (start.length <= body || !SIGNATURE_VERSIONS.contains((int) start[body])))) {
      throw new EnvelopeRefused(EnvelopeFault.NOT_OPENPGP, "one byte like that of a packet");
    }
  }

  private static void requireProtected(int tag, Packets outer) throws IOException {
    switch (tag) {
      case PacketTag.PROTECTED -> {
        int version = outer.octet();
        if (version != 1) {
          throw unsupported("encrypted data (tag 18) of version 1 is expected, not " + version);
        }
      }
      case PacketTag.UNPROTECTED ->
          throw new EnvelopeRefused(EnvelopeFault.NO_INTEGRITY, "tag 9 instead of tag 18");
      case PacketTag.SIGNATURE,
          PacketTag.ONE_PASS_SIGNATURE,
          PacketTag.COMPRESSED,
          PacketTag.LITERAL ->
          throw new EnvelopeRefused(EnvelopeFault.PLAINTEXT, "tag " + tag + " is not encrypted");
      case -1 -> throw Packets.damaged("no encrypted data follows");
      default -> throw unsupported("tag " + tag + "; tags 1 and 18 are expected");
    }
  }

  static EnvelopeRefused unsupported(String detail) {
    return new EnvelopeRefused(EnvelopeFault.UNSUPPORTED_PACKET, detail);
  }

  /**
   * The file itself. It marks its own read errors, so that they differ from faults of the content.
   */
  private static final class Source extends FilterInputStream {
    Source(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        throw new SourceFailed(e);
      }
    }

    @Override
    public int read(byte[] block, int from, int length) throws IOException {
      try {
        return super.read(block, from, length);
      } catch (IOException e) {
        throw new SourceFailed(e);
      }
    }
  }

  private static final class SourceFailed extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    SourceFailed(IOException cause) {
      super("The sealed file could not be read to its end; it is read again later", cause);
    }
  }
}
