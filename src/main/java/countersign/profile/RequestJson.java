package countersign.profile;

import countersign.request.DocumentJson;
import countersign.request.FileDetail.Detail;
import countersign.request.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a line of JSON strictly, and writes the canonical bytes of a request for storage: the
 * profile's field order, absent fields left out, no blanks.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 4</a>
 */
public final class RequestJson {
  private static final int MAX_NESTING = 8;
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_NESTING)
                          .maxNumberLength(20)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RequestJson() {}

  /** Writes the canonical bytes of a request. */
  public static byte[] write(Request request) {
    return object(
        json -> {
          who(json, request);
          why(json, request);
        });
  }

  /** Writes the fields of an object. */
  interface Body {
    void write(JsonGenerator json);
  }

  /** The canonical bytes of one object. */
  static byte[] object(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = DocumentJson.to(bytes)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a request from its canonical bytes.
   *
   * @throws IllegalArgumentException if {@link #write} would not produce these bytes
   */
  public static Request read(byte[] canonical) {
    try {
      return RecordMapper.request(
          parse(new String(canonical, StandardCharsets.UTF_8)), new Fields.Shape());
    } catch (LineFault e) {
      throw new IllegalArgumentException("These are not the canonical bytes of a request", e);
    }
  }

  /** Parses one line; duplicate keys, deep nesting and data after the object are refused. */
  public static JsonNode parse(String line) throws LineFault {
    try {
      JsonNode node = STRICT.readTree(line);
      if (node == null || !node.isObject()) {
        throw new LineFault(Detail.JSON);
      }
      return node;
    } catch (JacksonException e) {
      boolean twice = e.getOriginalMessage().startsWith("Duplicate Object property");
      throw new LineFault(twice ? Detail.DUPLICATE_KEY : Detail.JSON);
    }
  }

  private static void who(JsonGenerator json, Request request) {
    text(json, "requestId", request.requestId());
    if (request.subject() != null) {
      subject(json, request.subject());
    }
    if (request.address() != null) {
      address(json, request.address());
    }
    texts(json, "taxPeriods", request.taxPeriods());
    texts(json, "elements", request.elements());
  }

  private static void why(JsonGenerator json, Request request) {
    text(json, "statute", request.statute());
    text(json, "purpose", request.purpose());
    text(json, "reason", request.reason());
    if (request.caseReference() != null) {
      caseReference(json, request.caseReference());
    }
    if (request.removalOrder() != null) {
      removalOrder(json, request.removalOrder());
    }
    text(json, "protectedStatus", request.protectedStatus());
    officers(json, request.officers());
    if (!request.facts().isEmpty()) {
      json.writeObjectPropertyStart("facts");
      for (var fact : new TreeMap<>(request.facts()).entrySet()) {
        json.writeStringProperty(fact.getKey(), fact.getValue());
      }
      json.writeEndObject();
    }
    text(json, "cured", request.cured());
  }

  private static void subject(JsonGenerator json, Request.Subject subject) {
    json.writeObjectPropertyStart("subject");
    text(json, "givenName", subject.givenName());
    text(json, "middleName", subject.middleName());
    text(json, "surname", subject.surname());
    text(json, "suffix", subject.suffix());
    text(json, "birthDate", subject.birthDate());
    Request.Tin tin = subject.tin();
    if (tin != null) {
      json.writeObjectPropertyStart("tin");
      text(json, "type", tin.type());
      text(json, "value", tin.value());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void address(JsonGenerator json, Request.Address address) {
    json.writeObjectPropertyStart("address");
    text(json, "line1", address.line1());
    text(json, "line2", address.line2());
    text(json, "city", address.city());
    text(json, "state", address.state());
    text(json, "postalCode", address.postalCode());
    json.writeEndObject();
  }

  private static void caseReference(JsonGenerator json, Request.CaseReference reference) {
    json.writeObjectPropertyStart("case");
    text(json, "number", reference.number());
    text(json, "openedOn", reference.openedOn());
    text(json, "status", reference.status());
    text(json, "office", reference.office());
    flag(json, "activeCriminalInvestigation", reference.activeCriminalInvestigation());
    json.writeEndObject();
  }

  private static void removalOrder(JsonGenerator json, Request.RemovalOrder order) {
    json.writeObjectPropertyStart("removalOrder");
    text(json, "number", order.number());
    text(json, "issuedBy", order.issuedBy());
    text(json, "administrativeFinalOn", order.administrativeFinalOn());
    text(json, "judicialReview", order.judicialReview());
    text(json, "courtFinalOn", order.courtFinalOn());
    flag(json, "stayed", order.stayed());
    text(json, "ground", order.ground());
    json.writeEndObject();
  }

  private static void officers(JsonGenerator json, List<Request.Officer> officers) {
    if (officers.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("officers");
    for (Request.Officer officer : officers) {
      json.writeStartObject();
      text(json, "officerId", officer.officerId());
      text(json, "name", officer.name());
      text(json, "office", officer.office());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void texts(JsonGenerator json, String name, List<String> values) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }

  /** Writes a text unless it is absent. */
  static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  private static void flag(JsonGenerator json, String name, @Nullable Boolean value) {
    if (value != null) {
      json.writeBooleanProperty(name, value);
    }
  }
}
