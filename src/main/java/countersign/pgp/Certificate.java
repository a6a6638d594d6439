package countersign.pgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.bouncycastle.openpgp.PGPPublicKey;

/**
 * A public OpenPGP certificate: a primary key and its subkeys with their self-signatures and
 * bindings. Immutable; its signatures are verified once, when it is read.
 */
public final class Certificate {
  private static final Pattern BLOCK_BEGINS = Pattern.compile("(?=-----BEGIN )");
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private final byte[] encoded;
  private final SelfSignatures signatures;
  private final List<CertificateKey> keys;
  private final boolean revocationUnproven;

  /**
   * Verifies what the packets say.
   *
   * @param others primary keys of the other certificates at hand, among which a designated revoker
   *     is looked for
   */
  private Certificate(CertificatePackets packets, List<PGPPublicKey> others) {
    this.encoded = packets.encoded();
    this.signatures = new SelfSignatures(packets);
    List<CertificateKey> all = new ArrayList<>();
    all.add(signatures.primary(this, others));
    packets.subkeys().forEach(subkey -> all.add(signatures.subkey(this, subkey)));
    this.keys = List.copyOf(all);
    this.revocationUnproven = signatures.hasUnprovenRevocation(others);
  }

  /** Reads the certificates in packets that are not armoured. */
  static List<Certificate> ofPackets(byte[] packets) throws IOException {
    return of(CertificatePackets.read(packets));
  }

  private static List<Certificate> of(List<CertificatePackets> read) {
    List<PGPPublicKey> primaries = read.stream().map(CertificatePackets::primary).toList();
    return read.stream().map(packets -> new Certificate(packets, primaries)).toList();
  }

  /**
   * Reads every certificate in the input: one or more armoured blocks, or binary. A certificate in
   * the same input proves a revocation by it as designated revoker.
   *
   * @return at least one certificate
   * @throws IOException if there is no certificate, something other than a certificate, or a
   *     primary key that is not version 4
   */
  public static List<Certificate> parse(InputStream in) throws IOException {
    List<CertificatePackets> read = new ArrayList<>();
    try {
      for (byte[] block : blocks(in, "PGP PUBLIC KEY BLOCK")) {
        read.addAll(CertificatePackets.read(block));
      }
    } catch (CertificatePackets.SecretKeyFound e) {
      throw new IOException(e.getMessage(), e);
    }
    if (read.isEmpty()) {
      throw new IOException("A public OpenPGP certificate is expected, found nothing");
    }
    return of(read);
  }

  /**
   * Reads one certificate from a file.
   *
   * @param fingerprint fingerprint of its primary key
   * @return empty if the file contains no certificate with this fingerprint
   * @throws IOException as {@link #parse}, or if the file cannot be read
   */
  public static Optional<Certificate> pinned(Path file, String fingerprint) throws IOException {
    return pinned(Files.readAllBytes(file), fingerprint);
  }

  /**
   * Reads one certificate from the bytes of a file.
   *
   * @param fingerprint fingerprint of its primary key
   * @return empty if the bytes contain no certificate with this fingerprint
   * @throws IOException as {@link #parse}
   */
  public static Optional<Certificate> pinned(byte[] bytes, String fingerprint) throws IOException {
    return parse(new ByteArrayInputStream(bytes)).stream()
        .filter(certificate -> certificate.fingerprint().equalsIgnoreCase(fingerprint))
        .findFirst();
  }

  /** Fingerprint of the primary key, 40 upper-case hexadecimal digits. */
  public String fingerprint() {
    return primary().fingerprint();
  }

  /** The certificate in ASCII armour, without a version line. */
  public byte[] armoured() {
    try {
      return armour(encoded);
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

  /** Whether a signature by this certificate would be accepted at that moment. */
  public boolean canSignAt(Instant at) {
    return signingKeyAt(at, own -> true).isPresent();
  }

  /**
   * Fingerprint of the key to which a file would be sealed at that moment, upper-case hexadecimal;
   * empty if there is none.
   */
  public Optional<String> encryptionFingerprintAt(Instant at) {
    return encryptionKeyAt(at)
        .map(key -> HexFormat.of().withUpperCase().formatHex(key.getFingerprint()));
  }

  /**
   * Whether the owner, or the revoker whom the owner designated, revoked the primary key, at any
   * time and for any reason.
   */
  public boolean isRevoked() {
    return primary().revoked();
  }

  /**
   * When the primary key expires by what holds at that moment; empty if it never does, or if no
   * valid self-signature states its use.
   */
  public Optional<Instant> expiresAt(Instant at) {
    return Optional.ofNullable(primary().statementAt(at, at))
        .filter(said -> said.validSeconds() != 0)
        .map(said -> primary().created().plusSeconds(said.validSeconds()));
  }

  /** Whether the owner designated the other certificate to revoke this one. */
  boolean isRevocableBy(Certificate other) {
    return signatures.mayRevoke(other.primary().key());
  }

  /** Whether a revocation names a designated revoker whose certificate is not at hand. */
  boolean hasUnprovenRevocation() {
    return revocationUnproven;
  }

  CertificateKey primary() {
    return keys.get(0);
  }

  /** The primary key and all subkeys, including unusable ones. */
  List<CertificateKey> keys() {
    return keys;
  }

  /**
   * The newest subkey usable for encryption at this moment, or else the primary key if it is
   * usable.
   */
  Optional<PGPPublicKey> encryptionKeyAt(Instant at) {
    return newest(
            usableAt(at)
                .filter(own -> own.mayAny(SignatureRules.MAY_ENCRYPT, at))
                .filter(own -> own.key().isEncryptionKey())
                .toList())
        .map(CertificateKey::key);
  }

  /**
   * The newest subkey usable for signing at this moment, or else the primary key if it is usable.
   *
   * @param owned limits the choice, for example to keys with a secret part
   */
  Optional<CertificateKey> signingKeyAt(Instant at, Predicate<CertificateKey> owned) {
    return newest(
        usableAt(at)
            .filter(own -> own.mayAny(SignatureRules.MAY_SIGN, at))
            .filter(own -> own.isPrimary() || isBackSigned(own, at))
            .filter(owned)
            .toList());
  }

  private static boolean isBackSigned(CertificateKey own, Instant at) {
    CertificateKey.Statement said = own.statementAt(at, at);
    return said != null && said.backSigned();
  }

  private Stream<CertificateKey> usableAt(Instant at) {
    return Stream.of(primary())
        .filter(primary -> isUsable(primary, at))
        .flatMap(primary -> keys.stream())
        .filter(own -> isUsable(own, at));
  }

  private static boolean isUsable(CertificateKey own, Instant at) {
    return !own.revoked() && own.isStrong(at, at) && own.inDateAt(at, at);
  }

  private static Optional<CertificateKey> newest(List<CertificateKey> usable) {
    return usable.stream()
        .max(
            Comparator.comparing((CertificateKey own) -> !own.isPrimary())
                .thenComparing(CertificateKey::created));
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
    if (text.contains("-----BEGIN PGP PRIVATE KEY BLOCK-----") && !kind.contains("PRIVATE")) {
      throw new CertificatePackets.SecretKeyFound();
    }
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
