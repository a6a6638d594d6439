package countersign.profile;

import countersign.request.Request;
import countersign.request.RequestHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Maps a tree to a header, a request or a trailer; the same mapping serves NDJSON and CSV. */
public final class RecordMapper {
  private static final Set<String> HEADER =
      Set.of(
          "type",
          "format",
          "fileId",
          "agreement",
          "environment",
          "agency",
          "sequence",
          "createdAt",
          "requester",
          "attestation",
          "delegation",
          "resubmissionOf");
  private static final Set<String> REQUESTER = Set.of("registerId", "name", "title");
  private static final Set<String> ATTESTATION = Set.of("textId", "signedBy", "signedOn");
  private static final Set<String> RESUBMISSION = Set.of("fileId", "statement");
  private static final Set<String> TRAILER =
      Set.of("type", "requestCount", "subjectCount", "caseHashTotal", "bodySha256");
  private static final Set<String> REQUEST =
      Set.of(
          "type",
          "requestId",
          "subject",
          "address",
          "taxPeriods",
          "elements",
          "statute",
          "purpose",
          "reason",
          "case",
          "removalOrder",
          "protectedStatus",
          "officers",
          "facts",
          "cured");
  private static final Set<String> SUBJECT =
      Set.of("givenName", "middleName", "surname", "suffix", "birthDate", "tin");
  private static final Set<String> TIN = Set.of("type", "value");
  private static final Set<String> ADDRESS =
      Set.of("line1", "line2", "city", "state", "postalCode");
  private static final Set<String> CASE =
      Set.of("number", "openedOn", "status", "office", "activeCriminalInvestigation");
  private static final Set<String> ORDER =
      Set.of(
          "number",
          "issuedBy",
          "administrativeFinalOn",
          "judicialReview",
          "courtFinalOn",
          "stayed",
          "ground");
  private static final Set<String> OFFICER = Set.of("officerId", "name", "office");

  private RecordMapper() {}

  /**
   * The last record, which states what the file contains; a component is null when the field is
   * absent.
   */
  public record Trailer(
      @Nullable Long requestCount,
      @Nullable Long subjectCount,
      @Nullable Long caseHashTotal,
      @Nullable String bodySha256) {}

  public static RequestHeader header(JsonNode tree, Fields.Shape shape) throws LineFault {
    Fields fields = Fields.of(tree, HEADER, shape);
    Fields requester = fields.object("requester", REQUESTER);
    Fields attestation = fields.object("attestation", ATTESTATION);
    Fields resubmission = fields.object("resubmissionOf", RESUBMISSION);
    return new RequestHeader(
        fields.text("format"),
        fields.id("fileId"),
        fields.id("agreement"),
        fields.text("environment"),
        fields.id("agency"),
        fields.number("sequence"),
        fields.text("createdAt"),
        requester == null
            ? null
            : new RequestHeader.Requester(
                requester.id("registerId"), requester.text("name"), requester.text("title")),
        attestation == null
            ? null
            : new RequestHeader.Attestation(
                attestation.id("textId"), attestation.id("signedBy"), attestation.text("signedOn")),
        fields.id("delegation"),
        resubmission == null
            ? null
            : new RequestHeader.Resubmission(
                resubmission.id("fileId"), resubmission.text("statement")));
  }

  static Trailer trailer(JsonNode tree, Fields.Shape shape) throws LineFault {
    Fields fields = Fields.of(tree, TRAILER, shape);
    return new Trailer(
        fields.number("requestCount"),
        fields.number("subjectCount"),
        fields.number("caseHashTotal"),
        fields.text("bodySha256"));
  }

  /** Reads only the subject of a request and ignores all other fields. */
  public static Request subjectOnly(JsonNode tree) throws LineFault {
    retain(tree, Set.of("subject", "address"));
    retain(tree.path("subject"), SUBJECT);
    retain(tree.path("subject").path("tin"), TIN);
    retain(tree.path("address"), ADDRESS);
    return request(tree, new Fields.Shape());
  }

  private static void retain(JsonNode tree, Set<String> fields) {
    if (tree instanceof ObjectNode object) {
      object.retain(fields);
    }
  }

  /**
   * Maps a request.
   *
   * @param shape collects faults that refuse the request only
   * @throws LineFault if a field is unknown or has another type
   */
  public static Request request(JsonNode tree, Fields.Shape shape) throws LineFault {
    Fields fields = Fields.of(tree, REQUEST, shape);
    return new Request(
        fields.id("requestId"),
        subject(fields.object("subject", SUBJECT)),
        address(fields.object("address", ADDRESS)),
        fields.texts("taxPeriods"),
        fields.texts("elements"),
        fields.text("statute"),
        fields.text("purpose"),
        fields.text("reason"),
        caseReference(fields.object("case", CASE)),
        removalOrder(fields.object("removalOrder", ORDER)),
        fields.text("protectedStatus"),
        officers(fields.objects("officers", OFFICER)),
        fields.map("facts"),
        fields.text("cured"));
  }

  private static Request.@Nullable Subject subject(@Nullable Fields fields) throws LineFault {
    if (fields == null) {
      return null;
    }
    Fields tin = fields.object("tin", TIN);
    return new Request.Subject(
        fields.text("givenName"),
        fields.text("middleName"),
        fields.text("surname"),
        fields.text("suffix"),
        fields.text("birthDate"),
        tin == null ? null : new Request.Tin(tin.text("type"), tin.text("value")));
  }

  private static Request.@Nullable Address address(@Nullable Fields fields) throws LineFault {
    return fields == null
        ? null
        : new Request.Address(
            fields.text("line1"),
            fields.text("line2"),
            fields.text("city"),
            fields.text("state"),
            fields.text("postalCode"));
  }

  private static Request.@Nullable CaseReference caseReference(@Nullable Fields fields)
      throws LineFault {
    return fields == null
        ? null
        : new Request.CaseReference(
            fields.id("number"),
            fields.text("openedOn"),
            fields.text("status"),
            fields.text("office"),
            fields.flag("activeCriminalInvestigation"));
  }

  private static Request.@Nullable RemovalOrder removalOrder(@Nullable Fields fields)
      throws LineFault {
    return fields == null
        ? null
        : new Request.RemovalOrder(
            fields.id("number"),
            fields.text("issuedBy"),
            fields.text("administrativeFinalOn"),
            fields.text("judicialReview"),
            fields.text("courtFinalOn"),
            fields.flag("stayed"),
            fields.text("ground"));
  }

  private static List<Request.Officer> officers(List<Fields> all) throws LineFault {
    List<Request.Officer> officers = new ArrayList<>();
    for (Fields fields : all) {
      officers.add(
          new Request.Officer(fields.id("officerId"), fields.text("name"), fields.text("office")));
    }
    return officers;
  }
}
