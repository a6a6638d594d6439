package countersign.demo;

import countersign.request.Request;
import countersign.request.Request.Officer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a request. It starts as a valid request about one person in one case; its methods then
 * introduce the fault that a story needs.
 */
final class RequestBuilder {
  private static final List<String> HABITS =
      List.of(
          "subject last gave this address to a supervision officer",
          "a utility account named this address",
          "a former employer forwarded mail to this address",
          "subject's own motion stated this address",
          "a vehicle registration named this address",
          "a lease named this address",
          "a school record named this address");
  private static final List<String> BEARINGS =
      List.of(
          "confirmation bears on willful failure to depart",
          "the grand jury needs to know whether it is current",
          "a witness says otherwise and must be corroborated",
          "it decides where process can be served in the criminal case",
          "it shows where the subject was when the order became final",
          "the prosecutor must prove knowledge of the order");

  private final int number;
  private final LocalDate today;
  private Request.@Nullable Subject subject;
  private Request.@Nullable Address address;
  private List<String> taxPeriods;
  private List<String> elements = List.of("MAILING_ADDRESS");
  private @Nullable String statute = "8 USC 1253(a)(1)(A)";
  private String purpose = "INVESTIGATION";
  private String caseNumber;
  private boolean active = true;
  private int finalDaysAgo;
  private List<Officer> officers;

  /**
   * Starts with a valid request.
   *
   * @param number number of the case, unique in the world
   */
  RequestBuilder(
      SyntheticPerson person,
      SyntheticPerson.Home stated,
      int number,
      LocalDate today,
      List<Officer> officers) {
    this.number = number;
    this.today = today;
    this.officers = officers;
    this.subject = subject(person, person.tin());
    this.address = Spelling.AS_HELD.of(stated);
    int last = person.lastKnown().period();
    this.taxPeriods = List.of(String.valueOf(last - 1), String.valueOf(last));
    this.caseNumber = "HSI-%d-%06d".formatted(today.getYear(), number);
    this.finalDaysAgo = 120 + number % 400;
  }

  static Request.Subject subject(SyntheticPerson person, @Nullable String tin) {
    return new Request.Subject(
        person.givenName(),
        person.middleName(),
        person.surname(),
        person.suffix(),
        person.birthDate().toString(),
        tin == null ? null : new Request.Tin("ITIN", tin));
  }

  RequestBuilder subject(Request.Subject changed) {
    subject = changed;
    return this;
  }

  RequestBuilder address(Request.@Nullable Address changed) {
    address = changed;
    return this;
  }

  RequestBuilder taxPeriods(String... changed) {
    taxPeriods = List.of(changed);
    return this;
  }

  RequestBuilder elements(String... changed) {
    elements = List.of(changed);
    return this;
  }

  RequestBuilder statute(@Nullable String changed) {
    statute = changed;
    return this;
  }

  RequestBuilder purpose(String changed) {
    purpose = changed;
    return this;
  }

  RequestBuilder caseOf(RequestBuilder other) {
    caseNumber = other.caseNumber;
    return this;
  }

  RequestBuilder noActiveCase() {
    active = false;
    return this;
  }

  RequestBuilder finalDaysAgo(int days) {
    finalDaysAgo = days;
    return this;
  }

  RequestBuilder officers(List<Officer> changed) {
    officers = changed;
    return this;
  }

  /** The request with this id. */
  Request as(String requestId) {
    String office = officers.isEmpty() ? "HSI Austin" : officers.get(0).office();
    return new Request(
        requestId,
        subject,
        address,
        taxPeriods,
        elements,
        statute,
        purpose,
        reason(),
        new Request.CaseReference(
            caseNumber, today.minusDays(30 + number % 100).toString(), "OPEN", office, active),
        order(),
        "NONE",
        officers,
        Map.of(),
        null);
  }

  private String reason() {
    return "Case %s: %s; %s."
        .formatted(
            caseNumber,
            HABITS.get(number % HABITS.size()),
            BEARINGS.get(number / HABITS.size() % BEARINGS.size()));
  }

  private Request.RemovalOrder order() {
    return new Request.RemovalOrder(
        "A%09d".formatted(200_000_000 + number),
        "Immigration Court San Antonio",
        today.minusDays(finalDaysAgo).toString(),
        "NONE",
        null,
        false,
        "8 USC 1227(a)(1)(B)");
  }
}
