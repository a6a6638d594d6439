package countersign.recall;

import countersign.request.DocumentJson;
import countersign.request.RequestKey;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/** Writes a recall notice, which contains ids and a code and no personal data. Pure. */
final class NoticeDocument {
  private NoticeDocument() {}

  static byte[] write(String recallId, RecallCode code, SentResponse sent, Instant at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = DocumentJson.to(out)) {
      json.writeStartObject();
      json.writeStringProperty("format", "countersign/1");
      json.writeStringProperty("recallId", recallId);
      json.writeArrayPropertyStart("responses");
      json.writeStartObject();
      json.writeStringProperty("responseId", sent.response());
      json.writeStringProperty("sealedSha256", sent.sealedSha256());
      json.writeArrayPropertyStart("requestIds");
      sent.requests().forEach(key -> json.writeString(RequestKey.parse(key).requestId()));
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeStringProperty("reason", code.name());
      json.writeStringProperty("at", at.toString());
      json.writeEndObject();
    }
    return out.toByteArray();
  }
}
