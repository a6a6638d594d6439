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
 * The ledger's name and public key: with it anybody checks a checkpoint. Written as {@code
 * origin+hash+key}, as Go's {@code sumdb/note} and its kin read it.
 *
 * @param origin names the log, like a URL without scheme; no space, no plus
 * @param key Ed25519
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 */
public record LogKey(String origin, PublicKey key) {
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte ED25519 = 1;
  private static final Pattern TEXT = Pattern.compile("([^+\\s]+)\\+([0-9a-f]{8})\\+(\\S+)");

  /** Refuses what a note cannot name. */
  public LogKey {
    if (!origin.matches("[^+\\s]{1,200}")) {
      throw new IllegalArgumentException("A log's origin is one word without a plus");
    }
    if (key.getEncoded().length != X509_PREFIX.length + 32) {
      throw new IllegalArgumentException("A log's key is Ed25519, not " + key.getAlgorithm());
    }
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is not that, or its parts do not belong together
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
            "The log's public key has another id.%n  expected  %s%n  found     %s"
                .formatted(found.idHex(), parts.group(2)));
      }
      return found;
    } catch (GeneralSecurityException cause) {
      throw new IllegalArgumentException("A log's public key is no point of Ed25519", cause);
    }
  }

  /** Whether {@code signature} was made with this log's secret key over {@code text}. */
  boolean verifies(byte[] text, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }

  /** The signature that a line of a note holds, if the line is this key's. */
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

  /** The line of a note that carries a signature of this key. */
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
