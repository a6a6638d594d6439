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
  /** Largest number of officers in a request; more refuse the request. */
  public static final int MAX_OFFICERS = 8;

  /** Largest number of facts in a request; more refuse the request. */
  public static final int MAX_FACTS = 50;

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

  /**
   * Maps a header.
   *
   * @param shape collects faults of single values
   * @throws LineFault if a field is unknown or has another type
   */
  public static RequestHeader header(JsonNode tree, Fields.Shape shape) throws LineFault {
    Fields fields = Fields.of(tree, RecordFields.HEADER, shape);
    Fields requester = fields.object("requester", RecordFields.REQUESTER);
    Fields attestation = fields.object("attestation", RecordFields.ATTESTATION);
    Fields resubmission = fields.object("resubmissionOf", RecordFields.RESUBMISSION);
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
    Fields fields = Fields.of(tree, RecordFields.TRAILER, shape);
    return new Trailer(
        fields.number("requestCount"),
        fields.number("subjectCount"),
        fields.number("caseHashTotal"),
        fields.text("bodySha256"));
  }

  /** Reads only the subject of a request and ignores all other fields. */
  public static Request subjectOnly(JsonNode tree) throws LineFault {
    retain(tree, Set.of("subject", "address"));
    retain(tree.path("subject"), RecordFields.SUBJECT);
    retain(tree.path("subject").path("tin"), RecordFields.TIN);
    retain(tree.path("address"), RecordFields.ADDRESS);
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
    Fields fields = Fields.of(tree, RecordFields.REQUEST, shape);
    return new Request(
        fields.id("requestId"),
        subject(fields.object("subject", RecordFields.SUBJECT)),
        address(fields.object("address", RecordFields.ADDRESS)),
        fields.texts("taxPeriods"),
        fields.texts("elements"),
        fields.text("statute"),
        fields.text("purpose"),
        fields.text("reason"),
        caseReference(fields.object("case", RecordFields.CASE)),
        removalOrder(fields.object("removalOrder", RecordFields.ORDER)),
        fields.text("protectedStatus"),
        officers(fields.objects("officers", RecordFields.OFFICER, MAX_OFFICERS)),
        fields.map("facts", MAX_FACTS),
        fields.text("cured"));
  }

  private static Request.@Nullable Subject subject(@Nullable Fields fields) throws LineFault {
    if (fields == null) {
      return null;
    }
    Fields tin = fields.object("tin", RecordFields.TIN);
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
