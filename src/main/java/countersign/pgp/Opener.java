package countersign.pgp;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyEncSessionPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/**
 * Opens sealed files with the gateway's keys. Accepts exactly one OpenPGP message, signed and then
 * encrypted. Stateless, thread-safe.
 */
public final class Opener {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int LOOK_AHEAD_BYTES = 1024;
  private static final int MAX_SESSION_KEYS = 16;
  private static final int SESSION_KEY_VERSION = 3;

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
    int tag = outer.next();
    for (; tag == Packets.SESSION_KEY; tag = outer.next()) {
      byte[] sessionKey = outer.smallBody();
      if (sessionKey.length < 10) {
        throw Packets.damaged("a session key is too short");
      }
      if (sessionKey[0] != SESSION_KEY_VERSION || sessionKeys.size() == MAX_SESSION_KEYS) {
        throw unsupported("session keys of version 3, at most 16, are expected");
      }
      sessionKeys.add(sessionKey);
    }
    requireProtected(tag, outer);
    for (byte[] sessionKey : sessionKeys) {
      for (SecretKey key : ours) {
        byte[] session = sessionKey(sessionKey, key);
        if (session.length > 0) {
          return new OpenedStream(source, outer, decrypted(outer, session), key, terms);
        }
      }
    }
    throw new EnvelopeRefused(
        EnvelopeFault.NOT_FOR_US,
        sessionKeys.size() + " session keys, none for a key of the gateway");
  }

  private static InputStream packets(BufferedInputStream in) throws IOException {
    in.mark(LOOK_AHEAD_BYTES);
    byte[] start = in.readNBytes(LOOK_AHEAD_BYTES);
    in.reset();
    if (start.length > 0 && start[0] < 0) {
      if (!Packets.BEGINNINGS.contains(Packets.tag(start[0]))) {
        throw new EnvelopeRefused(
            EnvelopeFault.NOT_OPENPGP,
            "tag " + Packets.tag(start[0]) + " does not begin a message");
      }
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

  private static void requireProtected(int tag, Packets outer) throws IOException {
    switch (tag) {
      case Packets.PROTECTED -> {
        int version = outer.octet();
        if (version != 1) {
          throw unsupported("encrypted data (tag 18) of version 1 is expected, not " + version);
        }
      }
      case Packets.UNPROTECTED ->
          throw new EnvelopeRefused(EnvelopeFault.NO_INTEGRITY, "tag 9 instead of tag 18");
      case Packets.SIGNATURE, Packets.ONE_PASS_SIGNATURE, Packets.COMPRESSED, Packets.LITERAL ->
          throw new EnvelopeRefused(EnvelopeFault.PLAINTEXT, "tag " + tag + " is not encrypted");
      case -1 -> throw Packets.damaged("no encrypted data follows");
      default -> throw unsupported("tag " + tag + "; tags 1 and 18 are expected");
    }
  }

  /**
   * The session key with its algorithm in the first byte; empty if the packet is for another key.
   */
  private static byte[] sessionKey(byte[] packet, SecretKey ours) throws IOException {
    long keyId = 0;
    for (int i = 1; i <= 8; i++) {
      keyId = (keyId << 8) | (packet[i] & 0xFF);
    }
    if (keyId == 0) {
      for (PGPPrivateKey each : ours.privateKeys()) {
        byte[] session = tried(packet, each);
        if (session.length > 0) {
          return session;
        }
      }
      return new byte[0];
    }
    PGPPrivateKey named = ours.privateKey(keyId).orElse(null);
    if (named == null) {
      return new byte[0];
    }
    try {
      return unwrapped(packet, named);
    } catch (PGPException | RuntimeException e) {
      throw new EnvelopeRefused(
          EnvelopeFault.DAMAGED, "the session key for the gateway's key cannot be decrypted", e);
    }
  }

  /** Tries this key on a packet whose recipient is hidden; empty if it is another key. */
  private static byte[] tried(byte[] packet, PGPPrivateKey key) {
    try {
      return unwrapped(packet, key);
    } catch (IOException | PGPException | RuntimeException e) {
      return new byte[0];
    }
  }

  private static byte[] unwrapped(byte[] body, PGPPrivateKey key) throws IOException, PGPException {
    PublicKeyEncSessionPacket packet =
        (PublicKeyEncSessionPacket) Packets.whole(Packets.SESSION_KEY, body).readPacket();
    int algorithm = packet.getAlgorithm();
    if (algorithm != key.getPublicKeyPacket().getAlgorithm()) {
      throw new PGPException(
          "The session key names an algorithm other than that of the gateway's key");
    }
    PGPPublicKey own = new PGPPublicKey(key.getPublicKeyPacket(), new BcKeyFingerprintCalculator());
    byte[] session =
        new BcPublicKeyDataDecryptorFactory(new PGPKeyPair(own, key))
            .recoverSessionData(algorithm, packet.getEncSessionKey(), SESSION_KEY_VERSION);
    if (algorithm == PublicKeyAlgorithmTags.X25519) {
      return session; // has no checksum, because its key wrap is authenticated
    }
    int end = session.length - 2;
    int sum = 0;
    for (int i = 1; i < end; i++) {
      sum += session[i] & 0xFF;
    }
    int expected = ((session[end] & 0xFF) << 8) | (session[end + 1] & 0xFF);
    if ((sum & 0xFFFF) != expected) {
      throw new PGPException("The session key's checksum is wrong");
    }
    return Arrays.copyOf(session, end);
  }

  private static EncryptedData decrypted(Packets outer, byte[] session) throws IOException {
    int bytes =
        switch (session[0]) {
          case SymmetricKeyAlgorithmTags.AES_128 -> 16;
          case SymmetricKeyAlgorithmTags.AES_192 -> 24;
          case SymmetricKeyAlgorithmTags.AES_256 -> 32;
          default -> throw unsupported("cipher " + session[0] + "; AES is expected");
        };
    if (session.length != 1 + bytes) {
      throw Packets.damaged("the session key's length does not match its cipher");
    }
    try {
      return new EncryptedData(outer.body(), Arrays.copyOfRange(session, 1, session.length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java runtime has no AES or no SHA-1", e);
    }
  }

  private static EnvelopeRefused unsupported(String detail) {
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
