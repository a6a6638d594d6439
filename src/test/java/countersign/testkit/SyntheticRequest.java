package countersign.testkit;

import countersign.profile.Fields;
import countersign.profile.LineFault;
import countersign.profile.RecordMapper;
import countersign.request.Request;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Creates valid requests about synthetic people. */
final class SyntheticRequest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SyntheticRequest() {}

  /**
   * Creates a request in the form of a file's line; the caller may change it in place.
   *
   * @param person cells in the order of {@code people.csv}
   */
  static ObjectNode about(String[] person, String requestId, int caseNumber) {
    String number = "HSI-2026-%06d".formatted(caseNumber);
    ObjectNode request = JSON.createObjectNode();
    request.put("type", "request").put("requestId", requestId);
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
    caseAndOrder(request, number, "A2%08d".formatted(caseNumber));
    request.put("protectedStatus", "NONE");
    request
        .putArray("officers")
        .addObject()
        .put("officerId", "OFF-0417")
        .put("name", "Alex Sample")
        .put("office", "HSI Austin");
    return request;
  }

  /** Creates the request whose person, case and address have this number. */
  static ObjectNode numbered(int number) {
    String[] person = {
      RequestFile.tin(number),
      "ITIN",
      "Maria",
      "",
      "Garcia Morales",
      "",
      "1984-03-11",
      number + " N Oak St",
      "APT 3",
      "Austin",
      "TX",
      "78701",
      "2023"
    };
    ObjectNode request = about(person, "R-%06d".formatted(number), number);
    request.withArray("/taxPeriods").add("2024");
    request.put(
        "reason",
        "Case HSI-2026-%06d: subject last reported this address in 2024; confirmation bears on willful failure to depart."
            .formatted(number));
    request.withObject("/removalOrder").put("number", "A200400001");
    request.withObject("/officers/0").put("officerId", "OFF-%04d".formatted(401 + number % 3));
    return request;
  }

  /** The request as the gateway reads it. */
  static Request read(ObjectNode request) {
    try {
      return RecordMapper.request(request, new Fields.Shape());
    } catch (LineFault e) {
      throw new IllegalStateException("The test's request is not valid", e);
    }
  }

  private static void caseAndOrder(ObjectNode request, String number, String order) {
    request
        .putObject("case")
        .put("number", number)
        .put("openedOn", "2026-06-02")
        .put("status", "OPEN")
        .put("office", "HSI Austin")
        .put("activeCriminalInvestigation", true);
    request
        .putObject("removalOrder")
        .put("number", order)
        .put("issuedBy", "Immigration Court San Antonio")
        .put("administrativeFinalOn", "2026-02-10")
        .put("judicialReview", "NONE")
        .put("stayed", false)
        .put("ground", "8 USC 1227(a)(1)(B)");
  }
}
