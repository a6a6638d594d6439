package countersign.pgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/**
 * The packets of one certificate, sorted by what they belong to; nothing is verified yet. Packets
 * that a reader need not know are left out: subkeys of an unknown algorithm or version, signatures
 * that are not version 4, user attributes, marker, padding, trust and unknown packets. Bouncy
 * Castle's own reader refuses the whole certificate for some of them.
 */
final class CertificatePackets {
  private static final int SECRET_KEY = 5;
  private static final int SECRET_SUBKEY = 7;
  private static final int USER_ID = 13;
  private static final int USER_ATTRIBUTE = 17;
  private static final int VERSION = 4;

  /** Packets of messages, which no certificate contains. */
  private static final Set<Integer> OF_MESSAGES =
      Set.of(
          PacketTag.SESSION_KEY,
          PacketTag.PASSWORD_SESSION_KEY,
          PacketTag.ONE_PASS_SIGNATURE,
          PacketTag.COMPRESSED,
          PacketTag.UNPROTECTED,
          PacketTag.LITERAL,
          PacketTag.PROTECTED,
          PacketTag.AEAD);

  private final PGPPublicKey primary;
  private final List<PGPSignature> direct = new ArrayList<>();
  private final List<UserId> userIds = new ArrayList<>();
  private final List<Subkey> subkeys = new ArrayList<>();
  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();

  /** Receives the signatures that follow; those on an unreadable packet are dropped. */
  private List<PGPSignature> current = direct;

  private CertificatePackets(PGPPublicKey primary) {
    this.primary = primary;
  }

  /** A user id with its signatures. */
  record UserId(byte[] id, List<PGPSignature> signatures) {}

  /** A subkey with its signatures. */
  record Subkey(PGPPublicKey key, List<PGPSignature> signatures) {}

  /** Thrown when a file contains a secret key where a public one is expected. */
  static final class SecretKeyFound extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    SecretKeyFound() {
      super("A public OpenPGP certificate is expected, found a secret key");
    }
  }

  /**
   * Reads every certificate of a sequence of packets.
   *
   * @throws SecretKeyFound if it contains a secret key
   * @throws IOException if it contains anything else that is not a certificate of version 4
   */
  static List<CertificatePackets> read(byte[] all) throws IOException {
    List<CertificatePackets> certificates = new ArrayList<>();
    try {
      Packets packets = new Packets(new ByteArrayInputStream(all));
      for (int tag = packets.next(); tag >= 0; tag = packets.next()) {
        add(certificates, tag, packets);
      }
    } catch (EnvelopeRefused | RuntimeException e) {
      throw new IOException("A public OpenPGP certificate cannot be read; export it again", e);
    }
    return List.copyOf(certificates);
  }

  private static void add(List<CertificatePackets> certificates, int tag, Packets packets)
      throws IOException {
    if (tag == SECRET_KEY || tag == SECRET_SUBKEY) {
      throw new SecretKeyFound();
    }
    byte[] body = packets.body().readAllBytes();
    if (tag == PacketTag.PUBLIC_KEY) {
      certificates.add(new CertificatePackets(publicKey(tag, body)));
    } else if (OF_MESSAGES.contains(tag) || (certificates.isEmpty() && !isSkipped(tag))) {
      throw new IOException(
          "A public OpenPGP certificate is expected, found packet %d instead".formatted(tag));
    }
    if (!certificates.isEmpty()) {
      certificates.get(certificates.size() - 1).add(tag, body);
    }
  }

  private static boolean isSkipped(int tag) {
    return tag == PacketTag.MARKER || tag == PacketTag.PADDING;
  }

  private void add(int tag, byte[] body) {
    Packets.write(encoded, tag, body);
    switch (tag) {
      case USER_ID -> {
        current = new ArrayList<>();
        userIds.add(new UserId(body, current));
      }
      case PacketTag.PUBLIC_SUBKEY -> addSubkey(body);
      case USER_ATTRIBUTE -> current = new ArrayList<>();
      case PacketTag.SIGNATURE -> addSignature(body);
      default -> {
        // The primary key itself, and packets that mean nothing here.
      }
    }
  }

  private void addSubkey(byte[] body) {
    current = new ArrayList<>();
    try {
      subkeys.add(new Subkey(publicKey(PacketTag.PUBLIC_SUBKEY, body), current));
    } catch (IOException e) { // a version or an algorithm of later years: the others stay usable
      current = new ArrayList<>();
    }
  }

  private void addSignature(byte[] body) {
    SignatureRules.readable(body).ifPresent(current::add);
  }

  private static PGPPublicKey publicKey(int tag, byte[] body) throws IOException {
    if (body.length == 0 || body[0] != VERSION) {
      throw new IOException("A public OpenPGP key of version 4 is expected");
    }
    try {
      PublicKeyPacket packet = (PublicKeyPacket) Packets.whole(tag, body).readPacket();
      return new PGPPublicKey(packet, new BcKeyFingerprintCalculator());
    } catch (PGPException | RuntimeException e) {
      throw new IOException("A public OpenPGP key cannot be read", e);
    }
  }

  PGPPublicKey primary() {
    return primary;
  }

  /** Signatures on the primary key itself. */
  List<PGPSignature> direct() {
    return direct;
  }

  List<UserId> userIds() {
    return userIds;
  }

  /** The subkeys that can be read. */
  List<Subkey> subkeys() {
    return subkeys;
  }

  /** The certificate with all its packets. */
  byte[] encoded() {
    return encoded.toByteArray();
  }
}
