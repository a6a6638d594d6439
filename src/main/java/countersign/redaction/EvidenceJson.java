package countersign.redaction;

import countersign.records.Evidence;
import countersign.request.DocumentJson;
import countersign.request.ReasonCode;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes match evidence as JSON: {@code strategy}, {@code facts}, {@code held}, and the internal
 * code.
 */
final class EvidenceJson {

  private EvidenceJson() {}

  static byte[] write(Evidence evidence, @Nullable ReasonCode internalReason) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = DocumentJson.to(bytes)) {
      json.writeStartObject();
      if (internalReason != null) {
        json.writeStringProperty("code", internalReason.name());
      }
      json.writeStringProperty("strategy", evidence.strategy().name());
      facts(json, evidence);
      held(json, evidence);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void facts(JsonGenerator json, Evidence evidence) {
    json.writeArrayPropertyStart("facts");
    for (Evidence.Fact fact : evidence.facts()) {
      json.writeStartObject();
      json.writeStringProperty("what", fact.what());
      json.writeBooleanProperty("agrees", fact.agrees());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void held(JsonGenerator json, Evidence evidence) {
    json.writeArrayPropertyStart("held");
    for (Map<String, String> row : evidence.held()) {
      json.writeStartObject();
      for (Map.Entry<String, String> column : row.entrySet()) {
        json.writeStringProperty(column.getKey(), column.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
