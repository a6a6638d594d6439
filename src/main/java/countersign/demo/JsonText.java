package countersign.demo;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered, as a tree. */
final class JsonText {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonText() {}

  /**
   * Reads one document.
   *
   * @throws IOException if it is not JSON
   */
  static JsonNode read(byte[] document) throws IOException {
    try {
      return JSON.readTree(document);
    } catch (JacksonException e) {
      throw new IOException("What the gateway answered is not JSON", e);
    }
  }

  /** The same for a text. */
  static JsonNode read(String document) throws IOException {
    return read(document.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
