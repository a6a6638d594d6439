package countersign.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.request.FileId;
import countersign.request.FileState;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes an acknowledgement: the whole state of a file, as far as it depends on the request and not
 * on any record. However many requests were refused, one at a time is in memory.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 5</a>
 */
final class Acknowledgements {
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JdbcAcknowledgements rows;
  private final Authority authority;

  Acknowledgements(JdbcAcknowledgements rows, Authority authority) {
    this.rows = rows;
    this.authority = authority;
  }

  /** Writes the acknowledgement's plaintext, from one consistent view of the tables. */
  void render(JdbcAcknowledgements.Row row, OutputStream out) {
    rows.reading(
        () -> {
          JsonGenerator json = JSON.createGenerator(out);
          json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
          json.writeStartObject();
          file(json, row);
          lists(json, row);
          taken(json, row);
          json.writeEndObject();
          json.flush();
          json.close();
        });
  }

  private void file(JsonGenerator json, JdbcAcknowledgements.Row row) throws IOException {
    FileId file = row.file();
    json.writeStringField("format", "countersign/1");
    if (file.isNamed()) {
      json.writeStringField("fileId", file.value());
    } else {
      json.writeNullField("fileId");
    }
    json.writeNumberField("number", row.number());
    json.writeStringField("receivedAt", row.receivedAt().toString());
    json.writeStringField("answeredAt", row.answeredAt().toString());
    json.writeStringField("sealedSha256", row.sealedSha256());
    json.writeStringField("result", result(row.fileState()));
    json.writeArrayFieldStart("fileCodes");
    for (String code : row.fileCodes().stream().sorted().distinct().toList()) {
      json.writeString(code);
    }
    json.writeEndArray();
    details(json, row);
    counts(json, row, rows.counts(file));
  }

  private static void details(JsonGenerator json, JdbcAcknowledgements.Row row) throws IOException {
    json.writeArrayFieldStart("fileDetails");
    for (JsonNode detail : MAPPER.readTree(row.fileDetails())) {
      json.writeStartObject();
      json.writeStringField("code", detail.path("code").asText());
      json.writeStringField("detail", detail.path("detail").asText());
      if (detail.path("line").isIntegralNumber()) {
        json.writeNumberField("line", detail.path("line").longValue());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void counts(
      JsonGenerator json, JdbcAcknowledgements.Row row, JdbcAcknowledgements.Counts counts)
      throws IOException {
    boolean refused = row.fileState() == FileState.REFUSED;
    long refusedRequests = refused ? row.requests() : counts.refused();
    long rest = row.requests() - refusedRequests;
    long held = isHeld(row.fileState()) ? rest : refused ? 0 : counts.held();
    json.writeObjectFieldStart("counts");
    json.writeNumberField("requests", row.requests());
    json.writeNumberField("refused", refusedRequests);
    json.writeNumberField("held", held);
    json.writeNumberField("taken", rest - held);
    json.writeEndObject();
  }

  /** Requests with codes of their own, in the order of the file. */
  private void lists(JsonGenerator json, JdbcAcknowledgements.Row row) throws IOException {
    json.writeArrayFieldStart("refused");
    if (row.fileState() == FileState.REFUSED) {
      rows.coded(row.file(), List.of("REFUSED", "HELD"), one -> request(json, one));
    } else {
      rows.coded(row.file(), List.of("REFUSED"), one -> request(json, one));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("held");
    if (row.fileState() != FileState.REFUSED) {
      rows.coded(row.file(), List.of("HELD"), one -> request(json, one));
    }
    json.writeEndArray();
  }

  private static void request(JsonGenerator json, JdbcAcknowledgements.Coded one)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("requestId", one.requestId());
    json.writeArrayFieldStart("codes");
    for (String code : one.codes().stream().sorted().distinct().toList()) {
      json.writeString(code);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void taken(JsonGenerator json, JdbcAcknowledgements.Row row) throws IOException {
    if (!row.takes()) {
      return;
    }
    if (row.number() > 1) {
      json.writeArrayFieldStart("takenNow");
      rows.takenNow(row.file(), json::writeString);
      json.writeEndArray();
    }
    Optional<Agreement> agreement = authority.agreement(row.agreement());
    if (agreement.isPresent()) {
      json.writeStringField("answerBy", answerBy(agreement.get(), row.answeredAt()));
    }
  }

  /** The day of the release that follows the deadline, in the agreement's zone. */
  private static String answerBy(Agreement agreement, Instant answeredAt) {
    Instant deadline = answeredAt.plus(agreement.schedule().answerWithin());
    Instant release = ReleaseTimes.of(agreement).firstFrom(deadline).orElse(deadline);
    return release.atZone(agreement.zone()).toLocalDate().toString();
  }

  private static boolean isHeld(FileState state) {
    return state == FileState.HELD || state == FileState.QUARANTINED;
  }

  private static String result(FileState state) {
    if (state == FileState.REFUSED) {
      return "REFUSED";
    }
    return isHeld(state) ? "HELD" : "ACCEPTED";
  }
}
