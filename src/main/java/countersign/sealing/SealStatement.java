package countersign.sealing;

import countersign.crypto.Sha256;
import countersign.ledger.CanonicalJson;
import countersign.request.OutgoingId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway signs when it seals a response or an acknowledgement. Its canonical bytes (RFC
 * 8785) are stored with the signature. Immutable.
 *
 * @param place this installation
 * @param id the response or acknowledgement
 * @param partner the partner whose outbox receives it
 * @param recipients those to whose keys it is encrypted, in the order of their names
 * @param sha256 SHA-256 of the sealed bytes, hexadecimal
 * @param bytes the number of the sealed bytes
 * @param checkpoint size and root of the checkpoint that a response names; null for an
 *     acknowledgement
 * @param at time of the sealing
 */
public record SealStatement(
    Place place,
    OutgoingId id,
    String partner,
    List<Recipient> recipients,
    String sha256,
    long bytes,
    @Nullable String checkpoint,
    Instant at) {
  /** The first member of every statement, so that no other signed text can be taken for one. */
  static final String DOMAIN = "countersign/seal/1";

  public SealStatement {
    recipients = List.copyOf(recipients);
  }

  /**
   * An installation of the gateway.
   *
   * @param installation fingerprint of the gateway's own key
   */
  public record Place(String installation, String environment) {}

  /**
   * A key to which the file is encrypted.
   *
   * @param name id of the officer, or {@link #AGENCY}
   * @param primary fingerprint of the primary key
   * @param encryption fingerprint of the key that encrypts
   */
  public record Recipient(String name, String primary, String encryption) {
    /** The name of the agency's key, which receives acknowledgements. */
    static final String AGENCY = "agency";

    private String text() {
      return name + " " + primary + " " + encryption;
    }

    private static Recipient parse(String text) {
      String[] words = text.split(" ", -1);
      if (words.length != 3) {
        throw new IllegalArgumentException("A statement names a recipient with two fingerprints");
      }
      return new Recipient(words[0], words[1], words[2]);
    }
  }

  /** The canonical bytes. */
  byte[] write() {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("domain", DOMAIN);
    texts.put("installation", place.installation());
    texts.put("environment", place.environment());
    texts.put("document", id.toString());
    texts.put("partner", partner);
    texts.put("recipients", String.join(",", recipients.stream().map(Recipient::text).toList()));
    texts.put("sha256", sha256);
    texts.put("bytes", Long.toString(bytes));
    if (checkpoint != null) {
      texts.put("checkpoint", checkpoint);
    }
    texts.put("at", at.toString());
    return CanonicalJson.write(texts);
  }

  /**
   * Reads canonical bytes.
   *
   * @throws IllegalArgumentException if they are not exactly what {@link #write} writes
   */
  static SealStatement parse(byte[] bytes) {
    Map<String, String> texts = CanonicalJson.read(bytes);
    if (!DOMAIN.equals(texts.get("domain"))) {
      throw new IllegalArgumentException("These bytes are not the statement of a sealing");
    }
    try {
      SealStatement statement = of(texts);
      if (Arrays.equals(statement.write(), bytes)) {
        return statement;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("A statement has a time that is none", e);
    }
    throw new IllegalArgumentException("A statement has a member that is unknown or not canonical");
  }

  private static SealStatement of(Map<String, String> texts) {
    return new SealStatement(
        new Place(required(texts, "installation"), required(texts, "environment")),
        OutgoingId.parse(required(texts, "document")),
        required(texts, "partner"),
        List.of(required(texts, "recipients").split(",", -1)).stream()
            .map(Recipient::parse)
            .toList(),
        required(texts, "sha256"),
        Long.parseLong(required(texts, "bytes")),
        texts.get("checkpoint"),
        Instant.parse(required(texts, "at")));
  }

  private static String required(Map<String, String> texts, String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("A statement lacks its member " + name);
    }
    return text;
  }

  /** SHA-256 of the canonical bytes, hexadecimal. */
  public String hash() {
    return Sha256.hex(write());
  }

  /** Contains only the id. */
  @Override
  public String toString() {
    return id.toString();
  }
}
