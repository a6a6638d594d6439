package countersign.pgp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.jspecify.annotations.Nullable;

/**
 * Finds the session key of a message with the gateway's keys. Each packet that may be for the
 * gateway is tried, because a sender may write several and only one need match the data.
 */
final class SessionKeys {
  /** Version of the session key packets that are read. */
  static final int VERSION = 3;

  private final List<SecretKey> ours;
  private int tried;
  private @Nullable EnvelopeRefused firstFault;

  SessionKeys(List<SecretKey> ours) {
    this.ours = ours;
  }

  /** A session key of AES, and the gateway's key for which it was encrypted. */
  record Found(byte[] sessionKey, SecretKey ours) {}

  /**
   * Tries every packet.
   *
   * @param packets bodies of the session key packets
   * @param start the first bytes of the encrypted data
   * @throws EnvelopeRefused NOT_FOR_US if no packet is for the gateway; otherwise the fault of the
   *     first one that is
   */
  Found find(List<byte[]> packets, byte[] start) throws EnvelopeRefused {
    for (byte[] packet : packets) {
      for (SecretKey key : ours) {
        for (PGPPrivateKey each : candidates(packet, key)) {
          byte[] sessionKey = tried(packet, each, keyId(packet) == 0);
          if (sessionKey.length > 0 && matches(start, sessionKey)) {
            return new Found(sessionKey, key);
          }
        }
      }
    }
    if (firstFault != null) {
      throw firstFault;
    }
    throw tried > 0
        ? Packets.damaged("the encrypted data does not match its session key")
        : new EnvelopeRefused(
            EnvelopeFault.NOT_FOR_US,
            packets.size() + " session keys, none for a key of the gateway");
  }

  private static List<PGPPrivateKey> candidates(byte[] packet, SecretKey key) {
    List<PGPPrivateKey> found = new ArrayList<>();
    if (keyId(packet) == 0) {
      key.privateKeys().forEach(found::add);
    } else {
      key.privateKey(keyId(packet)).ifPresent(found::add);
    }
    return found;
  }

  private static long keyId(byte[] packet) {
    long keyId = 0;
    for (int i = 1; i <= 8; i++) {
      keyId = (keyId << 8) | (packet[i] & 0xFF);
    }
    return keyId;
  }

  /** The session key without its algorithm; empty if this key does not open the packet. */
  private byte[] tried(byte[] packet, PGPPrivateKey key, boolean hidden) {
    try {
      byte[] session = unwrapped(packet, key);
      tried++;
      return forAes(session);
    } catch (EnvelopeRefused e) {
      remember(e);
    } catch (IOException | PGPException | RuntimeException e) {
      if (!hidden) { // a packet whose recipient is hidden may well be for somebody else
        remember(
            new EnvelopeRefused(
                EnvelopeFault.DAMAGED,
                "the session key for the gateway's key cannot be decrypted",
                e));
      }
    }
    return new byte[0];
  }

  private void remember(EnvelopeRefused fault) {
    if (firstFault == null) {
      firstFault = fault;
    }
  }

  private static byte[] unwrapped(byte[] body, PGPPrivateKey key) throws IOException, PGPException {
    PublicKeyEncSessionPacket packet =
        (PublicKeyEncSessionPacket) Packets.whole(PacketTag.SESSION_KEY, body).readPacket();
    int algorithm = packet.getAlgorithm();
    if (algorithm != key.getPublicKeyPacket().getAlgorithm()) {
      throw new PGPException(
          "The session key names an algorithm other than that of the gateway's key");
    }
    PGPPublicKey own = new PGPPublicKey(key.getPublicKeyPacket(), new BcKeyFingerprintCalculator());
    byte[] session =
        new BcPublicKeyDataDecryptorFactory(new PGPKeyPair(own, key))
            .recoverSessionData(algorithm, packet.getEncSessionKey(), VERSION);
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

  private static byte[] forAes(byte[] session) throws EnvelopeRefused {
    int bytes =
        switch (session[0]) {
          case SymmetricKeyAlgorithmTags.AES_128 -> 16;
          case SymmetricKeyAlgorithmTags.AES_192 -> 24;
          case SymmetricKeyAlgorithmTags.AES_256 -> 32;
          default -> throw Opener.unsupported("cipher " + session[0] + "; AES is expected");
        };
    if (session.length != 1 + bytes) {
      throw Packets.damaged("the session key's length does not match its cipher");
    }
    return Arrays.copyOfRange(session, 1, session.length);
  }

  private static boolean matches(byte[] start, byte[] sessionKey) {
    try {
      return EncryptedData.matches(start, sessionKey);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java runtime has no AES", e);
    }
  }
}
