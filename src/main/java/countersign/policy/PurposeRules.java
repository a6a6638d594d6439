package countersign.policy;

import static countersign.request.ReasonCode.*;

import countersign.authority.Statute;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.validation.ComparingForm;
import countersign.validation.Dates;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules about what is requested, under which statute, and for which purpose, years and reason. */
final class PurposeRules {
  private static final String ADDRESS = "MAILING_ADDRESS";

  /** The purposes in 26 U.S.C. 6103(i)(2); an agreement may allow fewer. */
  private static final Set<String> PURPOSES = Set.of("PREPARATION", "INVESTIGATION", "GRAND_JURY");

  private static final List<String> CIVIL =
      List.of(
          "CIVIL",
          "ADMINISTRATIVE ARREST",
          "ADMINISTRATIVE WARRANT",
          "ENFORCEMENT AND REMOVAL OPERATIONS",
          "ERO",
          "LOCATE FOR REMOVAL",
          "LOCATE AND REMOVE",
          "DETAIN",
          "DETAINER",
          "PICK UP",
          "TO DEPORT",
          "FOR REMOVAL",
          "EFFECT REMOVAL",
          "EXECUTE THE REMOVAL ORDER");
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  private PurposeRules() {}

  static List<ReasonCode> elements(Request request, RequestContext context) {
    return request.elements().size() == 1
            && Presence.trimmed(request.elements().get(0)).equals(ADDRESS)
            && context.agreement().elements().contains(ADDRESS)
        ? List.of()
        : List.of(A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER);
  }

  static List<ReasonCode> statute(Request request, RequestContext context) {
    String citation = Citation.of(request.statute());
    if (context.agreement().statute(citation).isPresent()) {
      return List.of();
    }
    return List.of(
        Citation.isCitation(citation) ? A105_STATUTE_NOT_CRIMINAL_NONTAX : R210_STATUTE_MISSING);
  }

  static List<ReasonCode> elementsOfStatute(Request request, RequestContext context) {
    Optional<Statute> statute = context.agreement().statute(Citation.of(request.statute()));
    boolean stated =
        statute.isEmpty()
            || statute.get().facts().stream()
                .noneMatch(fact -> Presence.missing(request.facts().get(fact)));
    return stated ? List.of() : List.of(R237_ELEMENTS_NOT_STATED);
  }

  static List<ReasonCode> purpose(Request request, RequestContext context) {
    String purpose = Presence.trimmed(request.purpose());
    boolean criminal =
        PURPOSES.contains(purpose) && context.agreement().purposes().contains(purpose);
    boolean civil = holdsCivilPhrase(ComparingForm.of(request.reason()));
    if (criminal && !civil) {
      return List.of();
    }
    List<ReasonCode> found = new ArrayList<>();
    if (!criminal) {
      found.add(A106_CIVIL_PURPOSE);
    }
    if (civil) {
      found.add(A116_PURPOSE_TEXT_REVIEW);
    }
    return found;
  }

  private static boolean holdsCivilPhrase(String reason) {
    for (String phrase : CIVIL) {
      if (ComparingForm.holds(reason, phrase)) {
        return true;
      }
    }
    return false;
  }

  static List<ReasonCode> periods(Request request, RequestContext context) {
    Set<String> years = new LinkedHashSet<>();
    request.taxPeriods().forEach(year -> years.add(Presence.trimmed(year)));
    int first = context.agreement().limits().firstTaxPeriod();
    int last = context.day().local().getYear();
    boolean closed =
        !years.isEmpty() && years.size() <= context.agreement().limits().maxTaxPeriods();
    for (String written : years) {
      int year = year(written);
      closed &= year >= first && year <= last;
    }
    return closed ? List.of() : List.of(R209_TAX_PERIOD);
  }

  /** Parses four ASCII digits as a number; -1 for any other text. */
  private static int year(String written) {
    return written.length() == 4 && Digits.only(written) ? Integer.parseInt(written) : -1;
  }

  static List<ReasonCode> reason(Request request, RequestContext context) {
    if (Presence.missing(request.reason())) {
      return List.of(R211_REASON_MISSING);
    }
    String number =
        request.caseReference() == null ? "" : ComparingForm.bare(request.caseReference().number());
    return number.isEmpty() || ComparingForm.holds(ComparingForm.bare(request.reason()), number)
        ? List.of()
        : List.of(R211_REASON_MISSING);
  }

  /** Checks the birth date, for which no other rule has a code. */
  static List<ReasonCode> form(Request request, RequestContext context) {
    Request.Subject subject = request.subject();
    if (subject == null || Presence.missing(subject.birthDate())) {
      return List.of();
    }
    Optional<LocalDate> born = Dates.of(subject.birthDate());
    boolean possible =
        born.isPresent()
            && !born.get().isBefore(EARLIEST_BIRTH)
            && !context.day().isFuture(born.get());
    return possible ? List.of() : List.of(F109_SCHEMA);
  }
}
