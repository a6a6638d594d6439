package countersign.request;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The generator behind every document whose bytes are hashed, signed, kept or compared: no blanks,
 * fields in the order in which they are written. Immutable, thread-safe.
 */
public final class DocumentJson {
  // Bytes that were kept before Jackson 3 escape a character outside the basic plane as two
  // surrogates; a draft that is written again must have the digest that its reviewers signed.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private DocumentJson() {}

  /**
   * A generator that writes UTF-8.
   *
   * @param out is flushed when the generator is closed, and left open
   */
  public static JsonGenerator to(OutputStream out) {
    return JSON.createGenerator(ObjectWriteContext.empty(), out);
  }
}
