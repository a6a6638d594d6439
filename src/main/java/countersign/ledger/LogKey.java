package countersign.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ledger's name and public key, with which anyone can verify a checkpoint. The text format is
 * {@code origin+hash+key}, as in Go's {@code sumdb/note}.
 *
 * @param origin name of the log, like a URL without scheme; without spaces and plus signs
 * @param key Ed25519 public key
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 */
public record LogKey(String origin, PublicKey key) {
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte ED25519 = 1;
  private static final Pattern TEXT = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+(\\S+)");

  /**
   * Checks the name and the kind of the key.
   *
   * @throws IllegalArgumentException if a note cannot contain the name, or the key is not Ed25519
   */
  public LogKey {
    if (!origin.matches("[^+\\s]{1,200}")) {
      throw new IllegalArgumentException("A log's origin must not contain a plus or white space");
    }
    if (key.getEncoded().length != X509_PREFIX.length + 32) {
      throw new IllegalArgumentException("A log's key is Ed25519, not " + key.getAlgorithm());
    }
  }

  /**
   * Parses the format that {@link #toString} writes.
   *
   * @throws IllegalArgumentException if the text does not have that format, or its hash does not
   *     match name and key
   */
  public static LogKey parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("A log's public key looks like origin+01234567+base64");
    }
    byte[] raw = Base64.getDecoder().decode(parts.group(3));
    if (raw.length != 33 || raw[0] != ED25519) {
      throw new IllegalArgumentException("A log's public key is Ed25519: 33 bytes, the first is 1");
    }
    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + 32);
    System.arraycopy(raw, 1, encoded, X509_PREFIX.length, 32);
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      LogKey found = new LogKey(parts.group(1), key);
      if (!found.idHex().equals(parts.group(2))) {
        throw new IllegalArgumentException(
            "The id in the log's public key does not match its name and key.%n  expected  %s%n  found     %s"
                .formatted(found.idHex(), parts.group(2)));
      }
      return found;
    } catch (GeneralSecurityException cause) {
      throw new IllegalArgumentException("A log's public key is not a point of Ed25519", cause);
    }
  }

  /** Whether {@code signature} is this log's signature over {@code text}. */
  public boolean verifies(byte[] text, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }

  /** The signature in a line of a note; empty if the line does not name this key. */
  Optional<byte[]> signatureIn(String line) {
    String start = "\u2014 " + origin + " ";
    if (!line.startsWith(start)) {
      return Optional.empty();
    }
    try {
      byte[] both = Base64.getDecoder().decode(line.substring(start.length()));
      return both.length == 68 && Arrays.equals(Arrays.copyOf(both, 4), id())
          ? Optional.of(Arrays.copyOfRange(both, 4, 68))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Formats a signature of this key as a line of a note. */
  String line(byte[] signature) {
    byte[] both = Arrays.copyOf(id(), 4 + signature.length);
    System.arraycopy(signature, 0, both, 4, signature.length);
    return "\u2014 " + origin + " " + Base64.getEncoder().encodeToString(both) + "\n";
  }

  private byte[] id() {
    byte[] name = (origin + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Hash.of(name, raw()).bytes(), 4);
  }

  private String idHex() {
    return HexFormat.of().formatHex(id());
  }

  private byte[] raw() {
    byte[] encoded = key.getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, X509_PREFIX.length - 1, encoded.length);
    raw[0] = ED25519;
    return raw;
  }

  @Override
  public String toString() {
    return origin + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(raw());
  }
}
