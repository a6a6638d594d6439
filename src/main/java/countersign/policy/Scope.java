package countersign.policy;

import static countersign.request.ReasonCode.*;

import countersign.authority.Statute;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.validation.ComparingForm;
import countersign.validation.Dates;
import countersign.validation.Presence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is asked, under which statute, for which purpose, years and reason. */
final class Scope {
  private static final List<String> ADDRESS_ONLY = List.of("MAILING_ADDRESS");
  private static final Pattern CITATION =
      Pattern.compile("\\d{1,2} (USC|CFR) \\d+[a-z]?(\\([0-9A-Za-z]+\\))*");
  private static final Pattern USC = Pattern.compile("(?i)\\b(usc|cfr)\\b");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
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
  private static final int MAX_OFFICERS = 8;
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  private Scope() {}

  static List<ReasonCode> elements(Request request, RequestContext context) {
    return request.elements().equals(ADDRESS_ONLY)
            && context.agreement().elements().containsAll(ADDRESS_ONLY)
        ? List.of()
        : List.of(A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER);
  }

  static List<ReasonCode> statute(Request request, RequestContext context) {
    String citation = citation(request);
    if (!CITATION.matcher(citation).matches()) {
      return List.of(R210_STATUTE_MISSING);
    }
    return context.agreement().statute(citation).isPresent()
        ? List.of()
        : List.of(A105_STATUTE_NOT_CRIMINAL_NONTAX);
  }

  /** The citation without dots, section signs and double blanks, the code's name in capitals. */
  static String citation(Request request) {
    String bare =
        Presence.trimmed(request.statute())
            .replace(".", "")
            .replace("§", " ")
            .replaceAll("\\s+", " ")
            .strip();
    return USC.matcher(bare).replaceAll(found -> found.group().toUpperCase(java.util.Locale.ROOT));
  }

  static List<ReasonCode> elementsOfStatute(Request request, RequestContext context) {
    Optional<Statute> statute = context.agreement().statute(citation(request));
    boolean stated =
        statute.isEmpty()
            || statute.get().facts().stream()
                .noneMatch(fact -> Presence.missing(request.facts().get(fact)));
    return stated ? List.of() : List.of(R237_ELEMENTS_NOT_STATED);
  }

  static List<ReasonCode> purpose(Request request, RequestContext context) {
    List<ReasonCode> found = new ArrayList<>();
    if (!context.agreement().purposes().contains(Presence.trimmed(request.purpose()))) {
      found.add(A106_CIVIL_PURPOSE);
    }
    String reason = ComparingForm.of(request.reason());
    if (CIVIL.stream().anyMatch(phrase -> ComparingForm.holds(reason, phrase))) {
      found.add(A116_PURPOSE_TEXT_REVIEW);
    }
    return found;
  }

  static List<ReasonCode> periods(Request request, RequestContext context) {
    List<String> years = request.taxPeriods();
    int first = context.agreement().limits().firstTaxPeriod();
    int last = context.day().local().getYear();
    boolean closed =
        !years.isEmpty()
            && years.size() <= context.agreement().limits().maxTaxPeriods()
            && years.stream()
                .map(String::strip)
                .allMatch(
                    year ->
                        YEAR.matcher(year).matches()
                            && Integer.parseInt(year) >= first
                            && Integer.parseInt(year) <= last);
    return closed ? List.of() : List.of(R209_TAX_PERIOD);
  }

  static List<ReasonCode> reason(Request request, RequestContext context) {
    String number =
        request.caseReference() == null ? "" : ComparingForm.of(request.caseReference().number());
    boolean specific =
        !Presence.missing(request.reason())
            && (number.isEmpty()
                || ComparingForm.holds(ComparingForm.of(request.reason()), number));
    return specific ? List.of() : List.of(R211_REASON_MISSING);
  }

  /** Values that no other rule has a code for. */
  static List<ReasonCode> form(Request request, RequestContext context) {
    boolean birthDateWrong = false;
    Request.Subject subject = request.subject();
    if (subject != null && !Presence.missing(subject.birthDate())) {
      Optional<LocalDate> born = Dates.of(subject.birthDate());
      birthDateWrong =
          born.isEmpty()
              || born.get().isBefore(EARLIEST_BIRTH)
              || context.day().isFuture(born.get());
    }
    return birthDateWrong || request.officers().size() > MAX_OFFICERS
        ? List.of(F109_SCHEMA)
        : List.of();
  }
}
