package countersign.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A partner's request about one person, exactly as written: values are neither trimmed nor changed
 * nor checked. A component is null when the field is absent; the rules decide whether it may be
 * absent.
 *
 * @param requestId partner's id of the request, unique in the file
 * @param subject the person whose address is requested
 * @param address the person's address as the request states it, 26 U.S.C. 6103(i)(2)(B)(i)
 * @param taxPeriods years as text, 6103(i)(2)(B)(ii); empty if absent
 * @param elements data elements requested; empty if absent
 * @param statute citation of the criminal statute, 6103(i)(2)(B)(iii)
 * @param purpose PREPARATION, INVESTIGATION or GRAND_JURY
 * @param reason why the address is relevant, 6103(i)(2)(B)(iv)
 * @param caseReference the criminal case ({@code case} in the file)
 * @param removalOrder the final order of removal that the statute requires
 * @param protectedStatus declared protected status, NONE if the person has none
 * @param officers officers who are personally and directly engaged; empty if absent
 * @param facts additional facts that the checklist of another paragraph requires; empty if absent
 * @param cured what changed since a refused file; null if this is not a resubmission
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

  /** Makes unmodifiable copies of the collections. */
  public Request {
    taxPeriods = List.copyOf(taxPeriods);
    elements = List.copyOf(elements);
    officers = List.copyOf(officers);
    facts = Map.copyOf(facts);
  }

  /**
   * The person whose address is requested.
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
   * A postal address, either from a request or from the tax records.
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
   * The criminal case to which a request belongs.
   *
   * @param number the agency's case number
   * @param openedOn {@code YYYY-MM-DD}
   * @param status OPEN for an open case
   * @param office office to which the case is assigned
   * @param activeCriminalInvestigation the agency's assurance that the criminal investigation is
   *     active
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
   * @param number letter A and 8 or 9 digits
   * @param issuedBy court or board
   * @param administrativeFinalOn {@code YYYY-MM-DD}
   * @param judicialReview NONE, PENDING or DECIDED
   * @param courtFinalOn {@code YYYY-MM-DD} if {@code judicialReview} is DECIDED
   * @param stayed whether the order is stayed
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
   * @param officerId enrolled id; the only component that the rules use
   * @param name for display only
   * @param office for display only
   */
  public record Officer(
      @Nullable String officerId, @Nullable String name, @Nullable String office) {}
}
