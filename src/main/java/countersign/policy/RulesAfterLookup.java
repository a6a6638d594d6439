package countersign.policy;

import static countersign.policy.EnvelopeAndFileRules.named;
import static countersign.request.ReasonCode.*;

import countersign.policy.EnvelopeAndFileRules.Named;
import java.util.List;

/** The rules after a look-up, and those about the gateway itself; for the page of the rules. */
final class RulesAfterLookup {
  /**
   * Rules that records, approval and delivery apply after a look-up; an explanation to a partner
   * contains none of them.
   */
  static final List<Named> AFTER =
      List.of(
          named(
              "R43",
              Basis.COURT,
              "finding of 26 February 2026",
              "The taxpayer number, the name control and an address of that taxpayer match a record",
              List.of("subject.tin.value", "subject.surname", "address"),
              M301_NO_RECORD_TIN,
              M302_NAME_CONTROL_MISMATCH,
              M303_ADDRESS_NOT_OF_TAXPAYER),
          named(
              "R44-R45",
              Basis.COURT,
              "order of 5 February 2026",
              "Without a taxpayer number, exactly one record has the name, address and birth date; nothing is guessed",
              List.of("subject", "address"),
              M304_AMBIGUOUS,
              M305_NO_MATCH,
              M306_FUZZY_ONLY),
          named(
              "R46-R47",
              Basis.STATUTE,
              "26 USC 6103(a), (b)(8)",
              "All matches take the same path, and every answer without a disclosure is the same",
              List.of(),
              M399_NOT_DISCLOSED),
          named(
              "R48",
              Basis.STATUTE,
              "26 USC 6103(i)(2)(B)(ii)",
              "The address is from a requested tax period",
              List.of("taxPeriods"),
              M307_OUTSIDE_PERIOD),
          named(
              "R49",
              Basis.STATUTE,
              "26 USC 6103(b)(6), (i)(2)(C)",
              "Only the subject's own address is taken from a joint return: no other filer and no number",
              List.of(),
              D407_REDACTED),
          named(
              "R50",
              Basis.STATUTE,
              "26 USC 6103(i)(6)",
              "The disclosure identifies no informant and impairs no investigation",
              List.of(),
              D401_IMPAIRMENT),
          named(
              "R9",
              Basis.PRUDENCE,
              "our own limit, after counsel's refusal of June 2025",
              "A denial by counsel holds until the same counsel and a second counsel lift it",
              List.of(),
              A110_COUNSEL_REFUSED),
          named(
              "R51, R53",
              Basis.SAFEGUARD,
              "IRS Publication 1075, AC-3(2)",
              "Two different people approve the same bytes in time, and one denial is final",
              List.of(),
              D403_APPROVER_REFUSED,
              D404_SAME_APPROVER,
              D405_APPROVAL_EXPIRED,
              D406_MANIFEST_CHANGED,
              D411_APPROVAL_NOT_VERIFIED),
          named(
              "R52",
              Basis.SAFEGUARD,
              "IRS Publication 1075, AC-3(2)",
              "Each case is shown with its request and its match, and is approved alone with a written reason",
              List.of()),
          named(
              "R54",
              Basis.SAFEGUARD,
              "26 USC 6103(i)(2)(C)",
              "Only fields that the agreement grants are sent",
              List.of("elements"),
              D407_REDACTED,
              D408_OUTPUT_NOT_ALLOWED),
          named(
              "R55",
              Basis.SAFEGUARD,
              "IRS Publication 1075, encryption by FIPS 140",
              "A response is encrypted to the keys of the officers named in its requests and to no other key",
              List.of("officers[].officerId"),
              D409_CRYPTO,
              D412_SEAL_NOT_VERIFIED),
          named(
              "R60",
              Basis.STATUTE,
              "26 USC 6103(p)(3)(A)",
              "Every request and every disclosure is accounted for in the transaction that decides it",
              List.of(),
              D410_ACCOUNTING_UNAVAILABLE));

  /** Rules about the gateway itself; they give no code to a request. */
  static final List<Named> GATEWAY =
      List.of(
          named(
              "R10",
              Basis.PRUDENCE,
              "our own rule, after the memorandum of 2025",
              "A rule change has a version, a first day, a reason and two signatures; otherwise it is ignored",
              List.of(),
              A111_RULE_CHANGE_UNJUSTIFIED),
          named(
              "R21",
              Basis.SAFEGUARD,
              "exchange profile 5 and 6",
              "Every file and every request is answered",
              List.of()));

  private RulesAfterLookup() {}
}
