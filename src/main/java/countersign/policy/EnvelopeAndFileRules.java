package countersign.policy;

import static countersign.request.ReasonCode.*;

import countersign.request.ReasonCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules that need more than one header or one request: rules about envelope and reading, about
 * the file's other requests and its history, and about the gateway's own state. Intake applies
 * them; this list exists so that an explanation can name every rule.
 */
final class EnvelopeAndFileRules {
  /**
   * One rule.
   *
   * @param id such as {@code R15}
   * @param fields names of the fields that the rule compares; empty if it looks at the file as a
   *     whole
   */
  record Named(
      String id,
      Basis basis,
      String source,
      String sentence,
      List<String> fields,
      List<ReasonCode> codes) {}

  /** Stages 1 to 3: name and history, envelope, reading. */
  static final List<Named> READING =
      List.of(
          named(
              "R13",
              Basis.SAFEGUARD,
              "exchange profile 2",
              "The file is new and its name has the published form",
              List.of(),
              F103_FILENAME,
              F104_DUPLICATE_FILE),
          named(
              "R11, R18",
              Basis.SAFEGUARD,
              "exchange profile 3",
              "The file is one sealed message within the size limits",
              List.of(),
              F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED,
              F112_THREAT_SCAN),
          named(
              "R5",
              Basis.STATUTE,
              "26 USC 6103(i)(2)(B)",
              "A registered key of the partner signed the file",
              List.of(),
              F102_SIGNATURE_INVALID),
          named(
              "R15, R16",
              Basis.SAFEGUARD,
              "exchange profile 4",
              "The file is complete, unchanged and of the published form",
              List.of(),
              F106_COUNT_MISMATCH,
              F107_HASH_MISMATCH,
              F108_HEADER_TRAILER_MISSING,
              F109_SCHEMA));

  /** Rules of stage 5 in addition to the rules about one request. */
  static final List<Named> WHOLE =
      List.of(
          named(
              "R1",
              Basis.COURT,
              "orders of 2025 and 2026",
              "Two people switched disclosure on, and no court order forbids it",
              List.of(),
              A100_DISCLOSURE_DISABLED,
              A104_COURT_ORDER_IN_FORCE),
          named(
              "R4",
              Basis.SAFEGUARD,
              "26 USC 6103(p)(4)",
              "The agency has shown that it meets the safeguards",
              List.of(),
              A103_SAFEGUARDS_NOT_MET),
          named(
              "R14",
              Basis.SAFEGUARD,
              "exchange profile 2",
              "Every earlier number of the agency's sequence was received",
              List.of("sequence"),
              F105_SEQUENCE_GAP),
          named(
              "R19",
              Basis.PRUDENCE,
              "our own limit",
              "The file names no more subjects than the agreement allows",
              List.of("subject"),
              F113_LARGE_VOLUME,
              F114_CAP_EXCEEDED),
          named(
              "R20",
              Basis.PRUDENCE,
              "our own limit",
              "A file that repeats subjects of a rejected file says what was corrected",
              List.of("subject", "cured"),
              F115_UNCURED_RESUBMISSION),
          named(
              "R28",
              Basis.PRUDENCE,
              "our own limit",
              "Unrelated subjects do not share one address",
              List.of("address"),
              R216_RECURRING_ADDRESS),
          named(
              "R30",
              Basis.PRUDENCE,
              "our own limit",
              "The same reason is not used in many requests",
              List.of("reason"),
              R212_REASON_BOILERPLATE),
          named(
              "R31",
              Basis.COURT,
              "26 USC 6103(i)(2)(A)",
              "A case number belongs to one subject",
              List.of("case.number", "subject"),
              R217_CASE_NUMBER_REUSED),
          named(
              "R33",
              Basis.COURT,
              "our own limit, after the finding of 21 November 2025",
              "An officer is named for no more subjects than one person can handle",
              List.of("officers[].officerId", "subject"),
              R218_OFFICER_LOAD,
              R219_OFFICER_IMPLAUSIBLE),
          named(
              "R41",
              Basis.PRUDENCE,
              "our own limit",
              "A subject is requested once",
              List.of("subject", "address"),
              R222_DUPLICATE_SUBJECT,
              R224_REPEATED_SUBJECT));

  /**
   * Rules that have no first day: those that switch disclosure on, and those that define a readable
   * file.
   */
  static final Set<String> ALWAYS =
      Stream.concat(READING.stream().map(Named::id), Stream.of("R1", "R4"))
          .collect(Collectors.toUnmodifiableSet());

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
              Basis.PRUDENCE,
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

  private EnvelopeAndFileRules() {}

  /** Rules that are applied before a look-up. */
  static List<Named> early() {
    return Stream.concat(READING.stream(), WHOLE.stream()).toList();
  }

  private static Named named(
      String id,
      Basis basis,
      String source,
      String sentence,
      List<String> fields,
      ReasonCode... codes) {
    return new Named(id, basis, source, sentence, fields, List.of(codes));
  }
}
