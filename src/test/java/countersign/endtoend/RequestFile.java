package countersign.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A valid request file about synthetic people, in which a test then introduces a fault. */
final class RequestFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MODULUS = 1_000_000_000_000L;

  private final String id;
  private final ObjectNode header = JSON.createObjectNode();
  private final List<ObjectNode> requests = new ArrayList<>();
  private long caseHashTotal;

  /** Creates a file without requests. */
  RequestFile(String id, long sequence, Instant now) {
    this.id = id;
    header.put("type", "header").put("format", "countersign/1").put("fileId", id);
    header.put("agreement", "irs-ice-2025").put("environment", "TEST").put("agency", "DHS-ICE");
    header.put("sequence", sequence);
    header.put("createdAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
    header
        .putObject("requester")
        .put("registerId", "HOA-001")
        .put("name", "Jordan Example")
        .put("title", "Director");
    header
        .putObject("attestation")
        .put("textId", "sole-use-1")
        .put("signedBy", "HOA-001")
        .put("signedOn", now.atZone(ZoneOffset.UTC).toLocalDate().toString());
  }

  String id() {
    return id;
  }

  /** Name of the sealed file. */
  String name() {
    return id + ".req.ndjson.pgp";
  }

  /** Its requests; a test may change them in place. */
  List<ObjectNode> requests() {
    return requests;
  }

  /**
   * Adds a request about a person whose address is in the records.
   *
   * @param person a line of {@code people.csv}
   * @param caseNumber case number that no other case has
   */
  ObjectNode asks(String[] person, int caseNumber) {
    ObjectNode request = JSON.createObjectNode();
    String number = "HSI-2026-%06d".formatted(caseNumber);
    caseHashTotal = (caseHashTotal + 2026_000000L + caseNumber) % MODULUS;
    request.put("type", "request").put("requestId", "R-%06d".formatted(requests.size() + 1));
    ObjectNode subject = request.putObject("subject");
    subject.put("givenName", person[2]).put("surname", person[4]).put("birthDate", person[6]);
    subject.putObject("tin").put("type", person[1]).put("value", person[0]);
    ObjectNode address = request.putObject("address").put("line1", person[7]);
    if (!person[8].isEmpty()) {
      address.put("line2", person[8]);
    }
    address.put("city", person[9]).put("state", person[10]).put("postalCode", person[11]);
    request.putArray("taxPeriods").add(person[12]);
    request.putArray("elements").add("MAILING_ADDRESS");
    request.put("statute", "8 USC 1253(a)(1)(A)").put("purpose", "INVESTIGATION");
    request.put("reason", "Case " + number + ": confirmation bears on willful failure to depart.");
    caseAndOrder(request, number, caseNumber);
    requests.add(request);
    return request;
  }

  private static void caseAndOrder(ObjectNode request, String number, int caseNumber) {
    request
        .putObject("case")
        .put("number", number)
        .put("openedOn", "2026-06-02")
        .put("status", "OPEN")
        .put("office", "HSI Austin")
        .put("activeCriminalInvestigation", true);
    request
        .putObject("removalOrder")
        .put("number", "A2%08d".formatted(caseNumber))
        .put("issuedBy", "Immigration Court San Antonio")
        .put("administrativeFinalOn", "2026-02-10")
        .put("judicialReview", "NONE")
        .put("stayed", false)
        .put("ground", "8 USC 1227(a)(1)(B)");
    request.put("protectedStatus", "NONE");
    request
        .putArray("officers")
        .addObject()
        .put("officerId", "OFF-0417")
        .put("name", "Alex Sample")
        .put("office", "HSI Austin");
  }

  String headerLine() {
    return header + "\n";
  }

  /** All bytes before the trailer. */
  String body() {
    StringBuilder body = new StringBuilder(headerLine());
    requests.forEach(request -> body.append(request).append('\n'));
    return body.toString();
  }

  /** A correct trailer for the requests and this body. */
  ObjectNode trailer(byte[] body) {
    return JSON.createObjectNode()
        .put("type", "trailer")
        .put("requestCount", requests.size())
        .put("subjectCount", requests.size())
        .put("caseHashTotal", caseHashTotal)
        .put("bodySha256", sha256(body));
  }

  /** The whole file with another body and a correct trailer for it. */
  byte[] bytes(byte[] body) {
    byte[] end = (trailer(body) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[body.length + end.length];
    System.arraycopy(body, 0, whole, 0, body.length);
    System.arraycopy(end, 0, whole, body.length, end.length);
    return whole;
  }

  /** The whole file without a fault. */
  byte[] bytes() {
    return bytes(body().getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
