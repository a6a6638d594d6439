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
              "A file is new, and its name is as published",
              List.of(),
              F103_FILENAME,
              F104_DUPLICATE_FILE),
          named(
              "R11, R18",
              Basis.SAFEGUARD,
              "exchange profile 3",
              "The file is one sealed message of a size that can be read",
              List.of(),
              F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED,
              F112_THREAT_SCAN),
          named(
              "R5",
              Basis.STATUTE,
              "26 USC 6103(i)(2)(B)",
              "A registered key of the partner has signed it",
              List.of(),
              F102_SIGNATURE_INVALID),
          named(
              "R15, R16",
              Basis.SAFEGUARD,
              "exchange profile 4",
              "What was read is what was sent, as the profile writes it",
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
              "Two people have switched disclosure on, and no order forbids it",
              List.of(),
              A100_DISCLOSURE_DISABLED,
              A104_COURT_ORDER_IN_FORCE),
          named(
              "R4",
              Basis.SAFEGUARD,
              "26 USC 6103(p)(4)",
              "The agency's safeguards are shown to be met",
              List.of(),
              A103_SAFEGUARDS_NOT_MET),
          named(
              "R14",
              Basis.SAFEGUARD,
              "exchange profile 2",
              "Every smaller number of the agency has been used",
              List.of("sequence"),
              F105_SEQUENCE_GAP),
          named(
              "R19",
              Basis.PRUDENCE,
              "our own limit",
              "The file is no bulk",
              List.of("subject"),
              F113_LARGE_VOLUME,
              F114_CAP_EXCEEDED),
          named(
              "R20",
              Basis.PRUDENCE,
              "our own limit",
              "What was refused before says what was cured",
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
              "The same reason does not stand on many requests",
              List.of("reason"),
              R212_REASON_BOILERPLATE),
          named(
              "R31",
              Basis.COURT,
              "26 USC 6103(i)(2)(A)",
              "A case number is one subject's",
              List.of("case.number", "subject"),
              R217_CASE_NUMBER_REUSED),
          named(
              "R33",
              Basis.COURT,
              "our own limit, after the officer of 2025",
              "An officer is engaged in no more cases than a person can be",
              List.of("officers[].officerId", "subject"),
              R218_OFFICER_LOAD,
              R219_OFFICER_IMPLAUSIBLE),
          named(
              "R41",
              Basis.PRUDENCE,
              "our own limit",
              "A subject is asked about once",
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
              "Number, name control and an address of that taxpayer agree",
              List.of("subject.tin.value", "subject.surname", "address"),
              M301_NO_RECORD_TIN,
              M302_NAME_CONTROL_MISMATCH,
              M303_ADDRESS_NOT_OF_TAXPAYER),
          named(
              "R44-R45",
              Basis.COURT,
              "order of 5 February 2026",
              "Without a number exactly one record has name, address and birth date; nothing is guessed",
              List.of("subject", "address"),
              M304_AMBIGUOUS,
              M305_NO_MATCH,
              M306_FUZZY_ONLY),
          named(
              "R46-R47",
              Basis.STATUTE,
              "26 USC 6103(a), (b)(8)",
              "One code path confirms, and every no after it is the same",
              List.of(),
              M399_NOT_DISCLOSED),
          named(
              "R48",
              Basis.PRUDENCE,
              "26 USC 6103(i)(2)(B)(ii)",
              "The address is from a period that was asked for",
              List.of("taxPeriods"),
              M307_OUTSIDE_PERIOD),
          named(
              "R49",
              Basis.STATUTE,
              "26 USC 6103(b)(6), (i)(2)(C)",
              "Of a joint return only the subject's own address leaves: no other filer, no number",
              List.of(),
              D407_REDACTED),
          named(
              "R50",
              Basis.STATUTE,
              "26 USC 6103(i)(6)",
              "No informant is identified and no investigation impaired",
              List.of(),
              D401_IMPAIRMENT),
          named(
              "R9",
              Basis.PRUDENCE,
              "our own limit, after the refusal of June 2025",
              "What counsel refused nobody gets past; the same counsel and a second one lift it",
              List.of(),
              A110_COUNSEL_REFUSED),
          named(
              "R51, R53",
              Basis.SAFEGUARD,
              "IRS Publication 1075, AC-3(2)",
              "Two different people approve the same bytes in time, and one no is final",
              List.of(),
              D403_APPROVER_REFUSED,
              D404_SAME_APPROVER,
              D405_APPROVAL_EXPIRED,
              D406_MANIFEST_CHANGED),
          named(
              "R52",
              Basis.SAFEGUARD,
              "IRS Publication 1075, AC-3(2)",
              "Each case is shown with what was asked and found, and approved by itself with a written reason",
              List.of()),
          named(
              "R54",
              Basis.SAFEGUARD,
              "26 USC 6103(i)(2)(C)",
              "Only granted fields leave",
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
              "A change of the rules has a version, a day, a reason and two signatures, or does not count",
              List.of(),
              A111_RULE_CHANGE_UNJUSTIFIED),
          named(
              "R21",
              Basis.SAFEGUARD,
              "exchange profile 5 and 6",
              "Every file is answered, and every request of it",
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
