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
 * them; this list exists so that an explanation can name every rule. {@link RulesAfterLookup} has
 * the rest.
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

  /** Stage 1: name and history. */
  static final List<Named> NAME =
      List.of(
          named(
              "R13",
              Basis.SAFEGUARD,
              "exchange profile 2",
              "The file is new and its name has the published form",
              List.of(),
              F103_FILENAME,
              F104_DUPLICATE_FILE));

  /** Stage 2: envelope. */
  static final List<Named> ENVELOPE =
      List.of(
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
              F102_SIGNATURE_INVALID));

  /** Stage 3: reading. */
  static final List<Named> READING =
      List.of(
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

  /** Stage 4: the rule about the header that needs earlier files. */
  static final List<Named> RESUBMISSION =
      List.of(
          named(
              "R20",
              Basis.PRUDENCE,
              "our own limit",
              "A file that repeats subjects of a rejected file says what was corrected",
              List.of("subject", "cured"),
              F115_UNCURED_RESUBMISSION));

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
              "26 USC 6103(i)(2)(A); order of 5 February 2026",
              "A case number belongs to one subject",
              List.of("case.number", "subject"),
              R217_CASE_NUMBER_REUSED),
          named(
              "R33",
              Basis.COURT,
              "finding of 21 November 2025; the numbers are our own limit",
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
      Stream.concat(beforeHeader().map(Named::id), Stream.of("R1", "R4"))
          .collect(Collectors.toUnmodifiableSet());

  private EnvelopeAndFileRules() {}

  /** Rules that are applied before a look-up. */
  static List<Named> early() {
    return Stream.concat(beforeHeader(), overFiles()).toList();
  }

  /** Rules that compare a file with others, or its requests with each other. */
  static Stream<Named> overFiles() {
    return Stream.concat(RESUBMISSION.stream(), WHOLE.stream());
  }

  private static Stream<Named> beforeHeader() {
    return Stream.of(NAME, ENVELOPE, READING).flatMap(List::stream);
  }

  static Named named(
      String id,
      Basis basis,
      String source,
      String sentence,
      List<String> fields,
      ReasonCode... codes) {
    return new Named(id, basis, source, sentence, fields, List.of(codes));
  }
}
