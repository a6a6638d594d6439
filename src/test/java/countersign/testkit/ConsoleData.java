package countersign.testkit;

import countersign.crypto.Sha256;
import countersign.request.FileId;
import countersign.request.Request;
import countersign.request.RequestKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Names and contents of the synthetic files and cases that a person sees in the console. */
public final class ConsoleData {
  /** A file in progress, with a request in each state. */
  public static final String FILE = "DHS-ICE_T_20261124_0001";

  /** A held file. */
  public static final String HELD = "DHS-ICE_T_20261124_0002";

  /** A rejected file. */
  public static final String REFUSED = "DHS-ICE_T_20261124_0003";

  /** A file that was not judged. */
  public static final String QUARANTINED = "DHS-ICE_T_20261124_0004";

  /** A file whose agreement is switched off. */
  public static final String BLOCKED = "DHS-ICE_T_20261124_0005";

  /** The time at which the files arrived. */
  public static final Instant THEN = Instant.parse("2026-11-24T14:00:00Z");

  /** What a reviewer sees of the records. */
  public static final String EVIDENCE =
      """
      {"strategy":"TIN","facts":[{"what":"RECORD_OF_TIN","agrees":true},{"what":"NAME_CONTROL","agrees":true},{"what":"FULL_NAME","agrees":true},{"what":"BIRTH_DATE","agrees":true},{"what":"ADDRESS_OF_TAXPAYER","agrees":true},{"what":"ONE_LAST_KNOWN_ADDRESS","agrees":true},{"what":"PERIOD_ASKED_FOR","agrees":true}],"held":[{"givenName":"MARIA","surname":"GARCIA MORALES","birthDate":"1984-03-11","line1":"412 N OAK ST APT 3","city":"AUSTIN","state":"TX","postalCode":"78701","period":"2024","lastKnown":"true"},{"givenName":"MARIA","surname":"GARCIA MORALES","birthDate":"1984-03-11","line1":"77 ELM AVE","city":"AUSTIN","state":"TX","postalCode":"78702","period":"2022","lastKnown":"false"}]}\
      """;

  private static final String[] PERSON = {
    "900400001",
    "ITIN",
    "Maria",
    "",
    "Garcia Morales",
    "",
    "1984-03-11",
    "412 N Oak St",
    "APT 3",
    "Austin",
    "TX",
    "78701",
    "2023"
  };

  private ConsoleData() {}

  /** The key of a request of {@link #FILE}. */
  public static RequestKey key(String requestId) {
    return new RequestKey(new FileId(FILE), requestId);
  }

  /** The draft of an answer to a request. */
  public static byte[] item(String requestId) {
    return """
        {"type":"result","requestId":"%s","nonce":"00112233445566778899aabbccddeeff","outcome":"DISCLOSED","mailingAddress":{"line1":"412 N OAK ST APT 3","city":"AUSTIN","state":"TX","postalCode":"78701"},"asOf":"2024"}\
        """
        .formatted(requestId)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The SHA-256 of that draft, hexadecimal. */
  public static String draftSha256(String requestId) {
    return Sha256.hex(item(requestId));
  }

  /** A request as its agency asked it. */
  public static Request request(String requestId) {
    ObjectNode request = SyntheticRequest.about(PERSON, requestId, 4411);
    request.withArray("/taxPeriods").add("2024");
    request.putObject("facts").put("travelDocumentRequestedOn", "2026-03-01");
    return SyntheticRequest.read(request);
  }
}
