package countersign.policy;

import static countersign.request.ReasonCode.*;

import countersign.authority.Agreement;
import countersign.authority.Official;
import countersign.request.Environment;
import countersign.request.ReasonCode;
import countersign.request.RequestHeader;
import countersign.validation.Dates;
import countersign.validation.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Stage 4: checks that the header matches the file's name, and that this requester may make
 * requests under this agreement now. Intake compares the signer's key.
 *
 * @see <a href="../../../../../docs/rules.md">R2, R3, R12, R17, R34</a>
 */
final class HeaderRules {
  private static final List<Rule<RequestHeader, HeaderContext>> ALL =
      List.of(
          new Rule<>(
              "R2",
              Basis.STATUTE,
              List.of(A101_REQUESTER_NOT_AUTHORIZED),
              "26 USC 6103(i)(2)(A)",
              "The requester is the head of the agency, its Inspector General or a listed officer",
              List.of("requester.registerId"),
              HeaderRules::requester),
          new Rule<>(
              "R3",
              Basis.STATUTE,
              List.of(A102_DELEGATION_INVALID),
              "26 USC 6103(i)(2)(A)",
              "A delegate has a valid instrument that counsel approved for this agency",
              List.of("requester.registerId", "delegation"),
              HeaderRules::delegation),
          new Rule<>(
              "R12",
              Basis.SAFEGUARD,
              List.of(F103_FILENAME),
              "exchange profile 2",
              "The file name and the header agree",
              List.of("fileId", "agency", "environment", "sequence", "createdAt"),
              HeaderRules::name),
          new Rule<>(
              "R17",
              Basis.SAFEGUARD,
              List.of(F110_TEST_IN_PROD),
              "exchange profile 2",
              "The environment of the file is the environment of the gateway",
              List.of("environment"),
              HeaderRules::environment),
          new Rule<>(
              "R34",
              Basis.MEMORANDUM,
              List.of(A107_ATTESTATION),
              "memorandum of 7 April 2025; 26 USC 6103(i)(2)(A)",
              "The requester signed the current sole-use statement recently enough",
              List.of(
                  "agreement",
                  "requester.registerId",
                  "attestation.textId",
                  "attestation.signedBy",
                  "attestation.signedOn"),
              HeaderRules::attestation),
          new Rule<>(
              "R1",
              Basis.MEMORANDUM,
              List.of(A109_AGREEMENT_NOT_IN_FORCE),
              "the agreement that the header names; exchange profile 4",
              "The named agreement is in force for this agency and environment",
              List.of("agreement"),
              HeaderRules::agreement));

  private HeaderRules() {}

  static List<Rule<RequestHeader, HeaderContext>> all() {
    return ALL;
  }

  private static List<ReasonCode> name(RequestHeader header, HeaderContext context) {
    Environment environment = context.file().environment();
    Long sequence = header.sequence();
    boolean agrees =
        context.file().value().equals(header.fileId())
            && context.file().agency().equals(header.agency())
            && environment.headerWord().equals(header.environment())
            && sequence != null
            && sequence == context.file().sequence()
            && madeOn(header, context);
    return unless(agrees, F103_FILENAME);
  }

  private static boolean madeOn(RequestHeader header, HeaderContext context) {
    try {
      Instant created = Instant.parse(Objects.requireNonNullElse(header.createdAt(), ""));
      Duration tolerance =
          Duration.ofMinutes(
              context
                  .authority()
                  .rules()
                  .map(rules -> rules.limits().clockToleranceMinutes())
                  .orElse(0));
      return LocalDate.ofInstant(created, ZoneOffset.UTC).equals(context.file().date())
          && !created.isAfter(context.day().at().plus(tolerance));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Checks the environment in the header; a different one in the file's name is F103. */
  private static List<ReasonCode> environment(RequestHeader header, HeaderContext context) {
    String ours = context.authority().environment().headerWord();
    return unless(ours.equals(header.environment()), F110_TEST_IN_PROD);
  }

  private static List<ReasonCode> agreement(RequestHeader header, HeaderContext context) {
    Agreement agreement = context.agreement();
    return unless(
        agreement != null
            && agreement.inForce(
                context.day().local(), context.agency(), context.authority().environment()),
        A109_AGREEMENT_NOT_IN_FORCE);
  }

  private static List<ReasonCode> requester(RequestHeader header, HeaderContext context) {
    return unless(official(header, context).isPresent(), A101_REQUESTER_NOT_AUTHORIZED);
  }

  /** A delegate needs a delegation instrument; a header that names one must name a valid one. */
  private static List<ReasonCode> delegation(RequestHeader header, HeaderContext context) {
    Optional<Official> official = official(header, context);
    if (official.isEmpty()
        || (!official.get().delegate() && Presence.missing(header.delegation()))) {
      return List.of();
    }
    String id = official.get().registerId();
    return unless(
        context
            .authority()
            .delegation(Objects.requireNonNullElse(header.delegation(), ""))
            .filter(found -> found.valid(id, context.agency(), context.day().local()))
            .isPresent(),
        A102_DELEGATION_INVALID);
  }

  private static Optional<Official> official(RequestHeader header, HeaderContext context) {
    return context
        .authority()
        .official(registerId(header))
        .filter(one -> one.agency().equals(context.agency()));
  }

  private static String registerId(RequestHeader header) {
    return header.requester() == null
        ? ""
        : Objects.requireNonNullElse(header.requester().registerId(), "");
  }

  /**
   * Compares the attestation with stated values only, because a missing requester or agreement has
   * its own code.
   */
  private static List<ReasonCode> attestation(RequestHeader header, HeaderContext context) {
    RequestHeader.Attestation attestation = header.attestation();
    if (attestation == null) {
      return List.of(A107_ATTESTATION);
    }
    String text = Objects.requireNonNullElse(attestation.textId(), "");
    String signer = Objects.requireNonNullElse(attestation.signedBy(), "");
    String requester = registerId(header);
    Optional<LocalDate> signed = Dates.of(attestation.signedOn());
    Agreement agreement = context.agreement();
    boolean current =
        agreement == null
            || (agreement.attestationText().equals(text)
                && signed.isPresent()
                && !signed
                    .get()
                    .isBefore(
                        context.day().local().minusDays(agreement.limits().attestationDays())));
    boolean stated = !text.isEmpty() && !signer.isEmpty() && signed.isPresent();
    return unless(
        stated
            && current
            && !context.day().isFuture(signed.orElseThrow())
            && (requester.isEmpty() || requester.equals(signer)),
        A107_ATTESTATION);
  }

  private static List<ReasonCode> unless(boolean agrees, ReasonCode code) {
    return agrees ? List.of() : List.of(code);
  }
}
