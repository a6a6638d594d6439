package countersign.pgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPMarker;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/**
 * A public OpenPGP certificate: a primary key and its subkeys with their self-signatures and
 * bindings. Immutable; its signatures are verified once, when it is read.
 */
public final class Certificate {
  private static final Pattern BLOCK_BEGINS = Pattern.compile("(?=-----BEGIN )");
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private final PGPPublicKeyRing ring;
  private final List<OwnKey> keys;

  Certificate(PGPPublicKeyRing ring) {
    this.ring = ring;
    PGPPublicKey primary = ring.getPublicKey();
    List<OwnKey> all = new ArrayList<>();
    for (PGPPublicKey key : ring) {
      all.add(key.isMasterKey() ? OwnKey.primary(this, key) : OwnKey.subkey(this, primary, key));
    }
    this.keys = List.copyOf(all);
  }

  /**
   * Reads every certificate in the input: one or more armoured blocks, or binary.
   *
   * @return at least one certificate
   * @throws IOException if there is no certificate, something other than a certificate, or a
   *     primary key that is not version 4
   */
  public static List<Certificate> parse(InputStream in) throws IOException {
    List<Certificate> certificates = new ArrayList<>();
    for (byte[] block : blocks(in, "PGP PUBLIC KEY BLOCK")) {
      try {
        PGPObjectFactory objects = new BcPGPObjectFactory(block);
        for (Object next = objects.nextObject(); next != null; next = objects.nextObject()) {
          if (next instanceof PGPPublicKeyRing ring && ring.getPublicKey().getVersion() == 4) {
            certificates.add(new Certificate(ring));
          } else if (!(next instanceof PGPMarker)) {
            throw new IOException(
                "A public OpenPGP certificate of version 4 is expected, found something else");
          }
        }
      } catch (RuntimeException e) {
        throw new IOException("The OpenPGP certificate cannot be read; export it again", e);
      }
    }
    if (certificates.isEmpty()) {
      throw new IOException("A public OpenPGP certificate is expected, found nothing");
    }
    return List.copyOf(certificates);
  }

  /** Fingerprint of the primary key, 40 upper-case hexadecimal digits. */
  public String fingerprint() {
    return primary().fingerprint();
  }

  /** The certificate in ASCII armour, without a version line. */
  public byte[] armoured() {
    try {
      return armour(ring.getEncoded());
    } catch (IOException e) {
      throw new IllegalStateException("A certificate that was read cannot be written", e);
    }
  }

  /**
   * Whether a file can be sealed to this certificate at that moment.
   *
   * @see Sealer
   */
  public boolean canEncryptAt(Instant at) {
    return encryptionKeyAt(at).isPresent();
  }

  /**
   * Fingerprint of the key to which a file would be sealed at that moment, upper-case hexadecimal;
   * empty if there is none.
   */
  public Optional<String> encryptionFingerprintAt(Instant at) {
    return encryptionKeyAt(at)
        .map(key -> HexFormat.of().withUpperCase().formatHex(key.getFingerprint()));
  }

  /** Whether the primary key carries a revocation, of any date and reason. */
  public boolean isRevoked() {
    return primary().revoked();
  }

  /**
   * When the primary key expires; empty if it never does, or if no valid self-signature states its
   * use.
   */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(primary().statement())
        .filter(said -> said.validSeconds() != 0)
        .map(said -> created(primary()).plusSeconds(said.validSeconds()));
  }

  OwnKey primary() {
    return keys.get(0);
  }

  /** The primary key and all subkeys, including unusable ones. */
  List<OwnKey> keys() {
    return keys;
  }

  /**
   * The newest subkey usable for encryption at this moment, or else the primary key if it is
   * usable.
   */
  Optional<PGPPublicKey> encryptionKeyAt(Instant at) {
    return newest(
            usableAt(at)
                .filter(own -> own.mayAny(SignatureRules.MAY_ENCRYPT))
                .filter(own -> own.key().isEncryptionKey())
                .toList())
        .map(OwnKey::key);
  }

  /**
   * The newest subkey usable for signing at this moment, or else the primary key if it is usable.
   *
   * @param owned limits the choice, for example to keys with a secret part
   */
  Optional<OwnKey> signingKeyAt(Instant at, Predicate<OwnKey> owned) {
    return newest(
        usableAt(at).filter(own -> own.mayAny(SignatureRules.MAY_SIGN)).filter(owned).toList());
  }

  private Stream<OwnKey> usableAt(Instant at) {
    OwnKey primary = primary();
    if (primary.revoked() || !primary.isStrong() || !primary.inDateAt(at)) {
      return Stream.empty();
    }
    return keys.stream().filter(own -> !own.revoked() && own.isStrong() && own.inDateAt(at));
  }

  private static Optional<OwnKey> newest(List<OwnKey> usable) {
    return usable.stream()
        .max(
            Comparator.comparing((OwnKey own) -> !own.key().isMasterKey())
                .thenComparing(Certificate::created));
  }

  private static Instant created(OwnKey own) {
    return own.key().getCreationTime().toInstant();
  }

  static byte[] armour(byte[] binary) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (ArmoredOutputStream armour = ArmoredOutputStream.builder().setVersion(null).build(text)) {
      armour.write(binary);
    }
    return text.toByteArray();
  }

  /** Binary content of every armoured block of this kind; the whole input if it is not armoured. */
  static List<byte[]> blocks(InputStream in, String kind) throws IOException {
    byte[] all = in.readNBytes(MAX_BYTES);
    String text = new String(all, StandardCharsets.ISO_8859_1);
    if (!text.stripLeading().startsWith("-----BEGIN ")) {
      return List.of(all);
    }
    List<byte[]> blocks = new ArrayList<>();
    for (String block : BLOCK_BEGINS.splitAsStream(text.strip()).toList()) {
      InputStream bytes = new ByteArrayInputStream(block.getBytes(StandardCharsets.ISO_8859_1));
      try {
        blocks.add(new Armour(bytes, kind).readAllBytes());
      } catch (EnvelopeRefused e) {
        throw new IOException("An armoured " + kind + " is expected; export it again", e);
      }
    }
    return blocks;
  }
}
