package countersign.policy;

import static countersign.request.ReasonCode.*;

import countersign.request.ReasonCode;
import countersign.request.Request;
import java.util.List;
import java.util.function.BiFunction;

/** Every rule about one request, in one list, in the order of the statute. */
public final class RequestRules {
  private static final List<Rule<Request, RequestContext>> ALL =
      List.of(
          rule(
              "R6",
              Basis.STATUTE,
              "26 USC 6103(i)(2)(C)",
              "The request asks for the mailing address only",
              List.of("elements"),
              PurposeRules::elements,
              A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER),
          rule(
              "R7",
              Basis.STATUTE,
              "26 USC 6103(i)(2)(A), (B)(iii)",
              "The request cites a listed nontax federal criminal statute",
              List.of("statute"),
              PurposeRules::statute,
              R210_STATUTE_MISSING,
              A105_STATUTE_NOT_CRIMINAL_NONTAX),
          rule(
              "R8",
              Basis.COURT,
              "26 USC 6103(i)(2)(A), (i)(4)(B); finding of 21 November 2025",
              "The purpose is criminal",
              List.of("purpose", "reason"),
              PurposeRules::purpose,
              A106_CIVIL_PURPOSE,
              A116_PURPOSE_TEXT_REVIEW),
          rule(
              "R16",
              Basis.SAFEGUARD,
              "exchange profile 4",
              "Values that have no rule of their own are well formed",
              List.of("subject.birthDate"),
              PurposeRules::form,
              F109_SCHEMA),
          rule(
              "R17",
              Basis.SAFEGUARD,
              "exchange profile 4",
              "A test file contains synthetic taxpayer numbers only",
              List.of("subject.tin.type", "subject.tin.value"),
              SubjectRules::environment,
              F111_REAL_LOOKING_IN_TEST),
          rule(
              "R22",
              Basis.STATUTE,
              "26 USC 6103(i)(2)(B)(i)",
              "The request names the taxpayer",
              List.of("subject.givenName", "subject.surname"),
              SubjectRules::name,
              R201_NAME_MISSING,
              R221_NAME_PLACEHOLDER),
          rule(
              "R23-R25, R27",
              Basis.COURT,
              "26 USC 6103(i)(2)(B)(i); finding of 26 February 2026",
              "The request states a complete address of the taxpayer, not a placeholder",
              List.of(
                  "address.line1",
                  "address.line2",
                  "address.city",
                  "address.state",
                  "address.postalCode"),
              SubjectRules::address,
              R202_ADDRESS_MISSING,
              R203_ADDRESS_INCOMPLETE,
              R204_ADDRESS_PLACEHOLDER,
              R205_FACILITY_NO_LOCATOR,
              R206_ADDRESS_DOUBTFUL,
              R207_ZIP_ONLY,
              R215_IN_CUSTODY_REVIEW),
          rule(
              "R26",
              Basis.STATUTE,
              "26 USC 6103(i)(2)(B)(i)",
              "The state and the ZIP code exist and belong together",
              List.of("address.state", "address.postalCode"),
              SubjectRules::lastLine,
              R208_STATE_ZIP_INVALID),
          rule(
              "R29",
              Basis.STATUTE,
              "26 USC 6103(i)(2)(B)(ii)",
              "The tax periods are a list of single years",
              List.of("taxPeriods"),
              PurposeRules::periods,
              R209_TAX_PERIOD),
          rule(
              "R30",
              Basis.STATUTE,
              "26 USC 6103(i)(2)(B)(iv)",
              "The reason is specific to the case",
              List.of("reason", "case.number"),
              PurposeRules::reason,
              R211_REASON_MISSING),
          rule(
              "R31",
              Basis.COURT,
              "26 USC 6103(i)(2)(A); order of 5 February 2026",
              "The request states an active criminal case for the subject",
              List.of(
                  "case.number",
                  "case.openedOn",
                  "case.status",
                  "case.office",
                  "case.activeCriminalInvestigation"),
              CaseRules::active,
              R220_NO_ACTIVE_CRIMINAL_CASE),
          rule(
              "R32",
              Basis.STATUTE,
              "26 USC 6103(i)(2)(A)",
              "The request names officers who are personally and directly engaged and may receive the answer",
              List.of("officers[].officerId"),
              CaseRules::officers,
              R213_OFFICER_MISSING,
              R214_OFFICER_NOT_ELIGIBLE),
          rule(
              "R35",
              Basis.STATUTE,
              "8 USC 1253(a)(1)(A)",
              "Ninety days have passed since the removal order became final",
              List.of(
                  "statute",
                  "removalOrder.administrativeFinalOn",
                  "removalOrder.judicialReview",
                  "removalOrder.courtFinalOn"),
              FinalOrderRules::clock,
              R230_FINAL_ORDER_DATE,
              R231_NINETY_DAYS_NOT_ELAPSED),
          rule(
              "R36",
              Basis.STATUTE,
              "8 USC 1253(a)(1)",
              "The removal order is final: no review is pending and no stay is in force",
              List.of("removalOrder.judicialReview", "removalOrder.stayed"),
              FinalOrderRules::finality,
              R232_ORDER_NOT_FINAL),
          rule(
              "R37",
              Basis.STATUTE,
              "8 USC 1253(a)(1), 1227(a)",
              "The removal order is based on a class of 8 USC 1227(a)",
              List.of("removalOrder.ground"),
              FinalOrderRules::ground,
              R233_NOT_1227A_CLASS),
          rule(
              "R38",
              Basis.COURT,
              "order of 5 February 2026; 8 USC 1253(a)(2)",
              "The request states the protected status; a person decides if there is one",
              List.of("protectedStatus"),
              CaseRules::protectedStatus,
              R234_PROTECTED_STATUS,
              R235_STATUS_NOT_STATED),
          rule(
              "R39",
              Basis.MEMORANDUM,
              "memorandum of 7 April 2025",
              "The removal order has a number and an issuer",
              List.of("removalOrder.number", "removalOrder.issuedBy"),
              FinalOrderRules::number,
              R236_ORDER_NUMBER),
          rule(
              "R40",
              Basis.STATUTE,
              "8 USC 1253(a)(1)",
              "The request states the facts that the cited paragraph requires",
              List.of("statute", "facts"),
              PurposeRules::elementsOfStatute,
              R237_ELEMENTS_NOT_STATED),
          rule(
              "R42",
              Basis.SAFEGUARD,
              "exchange profile 4; structure of taxpayer numbers",
              "The taxpayer number is a valid number of an individual",
              List.of("subject.tin.type", "subject.tin.value"),
              SubjectRules::number,
              M300_TIN_FORMAT),
          rule(
              "R44",
              Basis.COURT,
              "order of 5 February 2026; which second identifier is our own choice",
              "The request states a birth date if it has no taxpayer number",
              List.of("subject.tin.value", "subject.birthDate"),
              SubjectRules::second,
              R223_NO_SECOND_IDENTIFIER));

  private RequestRules() {}

  /** Every rule about one request. */
  public static List<Rule<Request, RequestContext>> all() {
    return ALL;
  }

  private static Rule<Request, RequestContext> rule(
      String id,
      Basis basis,
      String source,
      String sentence,
      List<String> fields,
      BiFunction<Request, RequestContext, List<ReasonCode>> objection,
      ReasonCode... codes) {
    return new Rule<>(id, basis, List.of(codes), source, sentence, fields, objection);
  }
}
