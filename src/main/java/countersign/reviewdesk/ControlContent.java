package countersign.reviewdesk;

import countersign.profile.RequestJson;
import countersign.redaction.ResponseItem;
import countersign.request.DocumentJson;
import countersign.request.Request;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The content of a control case: a request, the evidence and the draft, with one flaw.
 *
 * @param request canonical bytes of the request
 * @param evidence the evidence as JSON
 * @param item the bytes that would leave if the case were real
 */
record ControlContent(byte[] request, byte[] evidence, byte[] item) {
  private static final List<String> BY_TIN =
      List.of("RECORD_OF_TIN", "NAME_CONTROL", "FULL_NAME", "BIRTH_DATE");
  private static final List<String> BY_NAME =
      List.of("FULL_NAME_ADDRESS_AND_BIRTH_DATE", "EXACTLY_ONE_RECORD");
  private static final List<String> CONFIRMED =
      List.of("ADDRESS_OF_TAXPAYER", "ONE_LAST_KNOWN_ADDRESS", "PERIOD_ASKED_FOR");

  /**
   * Makes the content.
   *
   * @param requestId the id that the control case gets
   * @param like the request whose form it copies; no person, number or address of it is used
   * @param synthetic whether numbers of the range for tests may be used
   */
  static ControlContent of(
      String requestId,
      Request like,
      ControlFlaw flaw,
      boolean synthetic,
      RandomGenerator random,
      LocalDate today) {
    ControlPerson person = ControlPerson.random(random, today);
    Request request = new ControlRequest(like, synthetic, random).about(requestId, person);
    Request.Address at = Objects.requireNonNull(request.address());
    String period = like.taxPeriods().stream().max(String::compareTo).orElse("2024");
    ControlPerson onRecord =
        flaw == ControlFlaw.OTHER_PERSON ? person.other(random, today) : person;
    String former = person.otherStreet(random);
    String earlier = String.valueOf(Integer.parseInt(period) - 2);
    List<Map<String, String>> held =
        List.of(
            row(onRecord, onRecord.street(), at, period, true),
            row(onRecord, former, at, earlier, false));
    String leaves =
        switch (flaw) {
          case OTHER_PERSON -> person.street();
          case FORMER_ADDRESS -> former;
          case ADDRESS_NOT_ON_RECORD -> neither(person, former, random);
        };
    boolean byTin = request.subject() != null && request.subject().tin() != null;
    return new ControlContent(
        RequestJson.write(request), evidence(byTin, held), item(requestId, leaves, at, period));
  }

  private static String neither(ControlPerson person, String former, RandomGenerator random) {
    String street = former;
    while (street.equals(former)) {
      street = person.otherStreet(random);
    }
    return street;
  }

  private static Map<String, String> row(
      ControlPerson person, String street, Request.Address at, String period, boolean last) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("givenName", person.given());
    row.put("surname", person.surname());
    row.put("birthDate", person.born().toString());
    row.put("line1", street);
    row.put("city", upper(at.city()));
    row.put("state", upper(at.state()));
    row.put("postalCode", upper(at.postalCode()));
    row.put("period", period);
    row.put("lastKnown", Boolean.toString(last));
    return row;
  }

  private static String upper(@Nullable String text) {
    return text == null ? "" : text.strip().toUpperCase(java.util.Locale.ROOT);
  }

  private static byte[] evidence(boolean byTin, List<Map<String, String>> held) {
    return object(
        json -> {
          json.writeStringProperty("strategy", byTin ? "TIN" : "NAME");
          json.writeArrayPropertyStart("facts");
          (byTin ? BY_TIN : BY_NAME).forEach(what -> fact(json, what));
          CONFIRMED.forEach(what -> fact(json, what));
          json.writeEndArray();
          json.writeArrayPropertyStart("held");
          for (Map<String, String> row : held) {
            json.writeStartObject();
            row.forEach(json::writeStringProperty);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static void fact(JsonGenerator json, String what) {
    json.writeStartObject();
    json.writeStringProperty("what", what);
    json.writeBooleanProperty("agrees", true);
    json.writeEndObject();
  }

  private static byte[] item(String requestId, String street, Request.Address at, String period) {
    return object(
        json -> {
          json.writeStringProperty("type", "result");
          json.writeStringProperty("requestId", requestId);
          json.writeStringProperty("nonce", ResponseItem.newNonce());
          json.writeStringProperty("outcome", "DISCLOSED");
          json.writeObjectPropertyStart("mailingAddress");
          json.writeStringProperty("line1", street);
          json.writeStringProperty("city", upper(at.city()));
          json.writeStringProperty("state", upper(at.state()));
          json.writeStringProperty("postalCode", upper(at.postalCode()));
          json.writeEndObject();
          json.writeStringProperty("asOf", period);
        });
  }

  private interface Fields {
    void write(JsonGenerator json);
  }

  private static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = DocumentJson.to(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** Contains no value. */
  @Override
  public String toString() {
    return "ControlContent";
  }
}
