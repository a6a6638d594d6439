package countersign.redaction;

import countersign.request.DocumentJson;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the canonical bytes of a response item, one line without its line feed, in the profile's
 * field order and without blanks. Its two writers are the only ones for data that can leave after a
 * look-up.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 6</a>
 */
public final class ResponseItem {
  /** Maximum length of an item in bytes, including its line feed. */
  public static final int MAX_BYTES = 512;

  private static final SecureRandom RANDOM = new SecureRandom();

  private ResponseItem() {}

  /**
   * 128 random bits as hexadecimal. Without a nonce, a person could find the address by hashing all
   * candidates.
   */
  public static String newNonce() {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }

  /**
   * The item for every result without disclosure.
   *
   * @param requestId the partner's id of the request
   * @param nonce 32 hexadecimal digits, fresh
   */
  public static byte[] notDisclosed(String requestId, String nonce) {
    return write(
        json -> {
          start(json, requestId, nonce, "NOT_DISCLOSED");
          json.writeStringProperty("code", ReasonCode.M399_NOT_DISCLOSED.name());
        });
  }

  /**
   * The item for a disclosure.
   *
   * @param address address in its outgoing format: {@code line2} joined to {@code line1}, upper
   *     case
   * @param asOf tax year of the address
   */
  static byte[] disclosed(String requestId, String nonce, Address address, String asOf) {
    return write(
        json -> {
          start(json, requestId, nonce, "DISCLOSED");
          json.writeObjectPropertyStart("mailingAddress");
          json.writeStringProperty("line1", address.line1());
          json.writeStringProperty("city", address.city());
          json.writeStringProperty("state", address.state());
          json.writeStringProperty("postalCode", address.postalCode());
          json.writeEndObject();
          json.writeStringProperty("asOf", asOf);
        });
  }

  private static void start(JsonGenerator json, String requestId, String nonce, String outcome) {
    json.writeStringProperty("type", "result");
    json.writeStringProperty("requestId", requestId);
    json.writeStringProperty("nonce", nonce);
    json.writeStringProperty("outcome", outcome);
  }

  private static byte[] write(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(MAX_BYTES);
    try (JsonGenerator json = DocumentJson.to(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private interface Fields {
    void write(JsonGenerator json);
  }
}
