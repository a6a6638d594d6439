package countersign.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;

/** Bytes that were kept, hashed and signed by an earlier version are written again as they were. */
class DocumentJsonTest {
  @Test
  void a_document_has_the_bytes_that_earlier_versions_gave_it() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = DocumentJson.to(out)) {
      json.writeStartObject();
      json.writeStringProperty("zoë", "1/2 \"a\"\n\u0001\u2028");
      json.writeStringProperty("beyond the basic plane", "\ud83d\ude00");
      json.writeNumberProperty("number", 12_345_678_901L);
      json.writeEndObject();
    }
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "{\"zoë\":\"1/2 \\\"a\\\"\\n\\u0001\u2028\",\"beyond the basic plane\":\"\\uD83D\\uDE00\",\"number\":12345678901}");
  }
}
