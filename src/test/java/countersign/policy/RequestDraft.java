package countersign.policy;

import countersign.request.Request;
import countersign.request.Request.Address;
import countersign.request.Request.CaseReference;
import countersign.request.Request.Officer;
import countersign.request.Request.RemovalOrder;
import countersign.request.Request.Subject;
import countersign.request.Request.Tin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a request without objections; a test changes one field of it. Synthetic. */
public final class RequestDraft {
  @Nullable String givenName = "Maria";
  @Nullable String surname = "Garcia Morales";
  @Nullable String birthDate = "1984-03-11";
  @Nullable Tin tin = new Tin("ITIN", "900400001");
  @Nullable Address address = new Address("412 N Oak St", "APT 3", "Austin", "TX", "78701");
  List<String> taxPeriods = List.of("2023", "2024");
  List<String> elements = List.of("MAILING_ADDRESS");
  @Nullable String statute = "8 USC 1253(a)(1)(A)";
  @Nullable String purpose = "INVESTIGATION";

  @Nullable String reason =
      "Case HSI-2026-004411: subject last reported this address in 2024; confirmation bears on"
          + " willful failure to depart.";

  @Nullable String caseNumber = "HSI-2026-004411";
  @Nullable String openedOn = "2026-06-02";
  @Nullable String status = "OPEN";
  @Nullable String office = "HSI Austin";
  @Nullable Boolean active = true;
  @Nullable String orderNumber = "A200400001";
  @Nullable String issuedBy = "Immigration Court San Antonio";
  @Nullable String administrativeFinalOn = "2026-02-10";
  @Nullable String judicialReview = "NONE";
  @Nullable String courtFinalOn;
  @Nullable Boolean stayed = false;
  @Nullable String ground = "8 USC 1227(a)(1)(B)";
  @Nullable String protectedStatus = "NONE";
  List<Officer> officers = List.of(new Officer("OFF-0417", "Alex Sample", "HSI Austin"));
  final Map<String, String> facts = new HashMap<>();
  boolean withSubject = true;
  boolean withCase = true;
  boolean withOrder = true;

  Request build() {
    return new Request(
        "R-000001",
        withSubject ? new Subject(givenName, null, surname, null, birthDate, tin) : null,
        address,
        taxPeriods,
        elements,
        statute,
        purpose,
        reason,
        withCase ? new CaseReference(caseNumber, openedOn, status, office, active) : null,
        withOrder
            ? new RemovalOrder(
                orderNumber,
                issuedBy,
                administrativeFinalOn,
                judicialReview,
                courtFinalOn,
                stayed,
                ground)
            : null,
        protectedStatus,
        officers,
        facts,
        null);
  }
}
