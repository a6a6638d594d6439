package countersign.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a partner asks about one person, exactly as it was written: nothing here is trimmed,
 * upper-cased or believed. A component is null when the field is absent; whether that is allowed is
 * a rule's business, not this record's.
 *
 * @param requestId unique in the file
 * @param subject who it is about
 * @param address the address of that person that the request states, 26 U.S.C. 6103(i)(2)(B)(i)
 * @param taxPeriods years as text, 6103(i)(2)(B)(ii); empty if absent
 * @param elements what is asked for; empty if absent
 * @param statute citation of the criminal statute, 6103(i)(2)(B)(iii)
 * @param purpose PREPARATION, INVESTIGATION or GRAND_JURY
 * @param reason why it is relevant, 6103(i)(2)(B)(iv)
 * @param caseReference the criminal case ({@code case} in the file)
 * @param removalOrder the final order the statute presupposes
 * @param protectedStatus declared status, NONE if none
 * @param officers who is personally and directly engaged; empty if absent
 * @param facts what another paragraph's checklist asks for; empty if absent
 * @param cured what changed since a refused file; null if not a resubmission
 */
public record Request(
    @Nullable String requestId,
    @Nullable Subject subject,
    @Nullable Address address,
    List<String> taxPeriods,
    List<String> elements,
    @Nullable String statute,
    @Nullable String purpose,
    @Nullable String reason,
    @Nullable CaseReference caseReference,
    @Nullable RemovalOrder removalOrder,
    @Nullable String protectedStatus,
    List<Officer> officers,
    Map<String, String> facts,
    @Nullable String cured) {

  /** Copies the collections in. */
  public Request {
    taxPeriods = List.copyOf(taxPeriods);
    elements = List.copyOf(elements);
    officers = List.copyOf(officers);
    facts = Map.copyOf(facts);
  }

  /**
   * The person a request is about.
   *
   * @param givenName as written
   * @param middleName as written; optional
   * @param surname as written
   * @param suffix as written; optional
   * @param birthDate {@code YYYY-MM-DD} as written; optional
   * @param tin taxpayer identifying number; optional
   */
  public record Subject(
      @Nullable String givenName,
      @Nullable String middleName,
      @Nullable String surname,
      @Nullable String suffix,
      @Nullable String birthDate,
      @Nullable Tin tin) {}

  /**
   * A taxpayer identifying number as stated.
   *
   * @param type SSN or ITIN
   * @param value nine digits without punctuation
   */
  public record Tin(@Nullable String type, @Nullable String value) {}

  /**
   * A postal address as stated or as held.
   *
   * @param line1 delivery line
   * @param line2 second line; optional
   * @param city city
   * @param state two-letter code
   * @param postalCode ZIP or ZIP+4
   */
  public record Address(
      @Nullable String line1,
      @Nullable String line2,
      @Nullable String city,
      @Nullable String state,
      @Nullable String postalCode) {}

  /**
   * The criminal case.
   *
   * @param number the agency's number
   * @param openedOn {@code YYYY-MM-DD}
   * @param status OPEN, if it is
   * @param office assigned office
   * @param activeCriminalInvestigation the assurance, per request
   */
  public record CaseReference(
      @Nullable String number,
      @Nullable String openedOn,
      @Nullable String status,
      @Nullable String office,
      @Nullable Boolean activeCriminalInvestigation) {}

  /**
   * The final order of removal.
   *
   * @param number A and 8 or 9 digits
   * @param issuedBy court or board
   * @param administrativeFinalOn {@code YYYY-MM-DD}
   * @param judicialReview NONE, PENDING or DECIDED
   * @param courtFinalOn {@code YYYY-MM-DD} when DECIDED
   * @param stayed whether it is stayed
   * @param ground the class of 8 U.S.C. 1227(a)
   */
  public record RemovalOrder(
      @Nullable String number,
      @Nullable String issuedBy,
      @Nullable String administrativeFinalOn,
      @Nullable String judicialReview,
      @Nullable String courtFinalOn,
      @Nullable Boolean stayed,
      @Nullable String ground) {}

  /**
   * An officer personally and directly engaged in the case.
   *
   * @param officerId enrolled id; decides
   * @param name for people to read
   * @param office for people to read
   */
  public record Officer(
      @Nullable String officerId, @Nullable String name, @Nullable String office) {}
}
