package countersign.redaction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import countersign.records.Evidence;
import countersign.request.ReasonCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes match evidence as JSON: {@code strategy}, {@code facts}, {@code held}, and the internal
 * code.
 */
final class EvidenceJson {
  private static final JsonFactory JSON = new JsonFactory();

  private EvidenceJson() {}

  static byte[] write(Evidence evidence, @Nullable ReasonCode inner) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      if (inner != null) {
        json.writeStringField("code", inner.name());
      }
      json.writeStringField("strategy", evidence.strategy().name());
      facts(json, evidence);
      held(json, evidence);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing into memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void facts(JsonGenerator json, Evidence evidence) throws IOException {
    json.writeArrayFieldStart("facts");
    for (Evidence.Fact fact : evidence.facts()) {
      json.writeStartObject();
      json.writeStringField("what", fact.what());
      json.writeBooleanField("agrees", fact.agrees());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void held(JsonGenerator json, Evidence evidence) throws IOException {
    json.writeArrayFieldStart("held");
    for (Map<String, String> row : evidence.held()) {
      json.writeStartObject();
      for (Map.Entry<String, String> column : row.entrySet()) {
        json.writeStringField(column.getKey(), column.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
