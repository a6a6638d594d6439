package countersign.policy;

import static countersign.request.ReasonCode.*;

import countersign.authority.Limits;
import countersign.authority.RuleSet.RuleLimits;
import countersign.request.ReasonCode;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The number that decides whether a code is given, in one sentence. */
public final class Threshold {
  private static final Map<ReasonCode, BiFunction<Limits, RuleLimits, String>> SENTENCES =
      Map.ofEntries(
          entry(F102_SIGNATURE_INVALID, Threshold::signature),
          entry(F103_FILENAME, Threshold::creation),
          entry(F112_THREAT_SCAN, Threshold::size),
          entry(
              F113_LARGE_VOLUME,
              (limits, rules) ->
                  "A person decides from %d subjects on.".formatted(limits.largeVolumeSubjects())),
          entry(
              F114_CAP_EXCEEDED,
              (limits, rules) -> "At most %d subjects.".formatted(limits.maxSubjects())),
          entry(F115_UNCURED_RESUBMISSION, Threshold::resubmission),
          entry(
              A107_ATTESTATION,
              (limits, rules) ->
                  "Signed at most %d days before the pick-up.".formatted(limits.attestationDays())),
          entry(
              R209_TAX_PERIOD,
              (limits, rules) ->
                  "At most %d different years, from %d to the year of the pick-up."
                      .formatted(limits.maxTaxPeriods(), limits.firstTaxPeriod())),
          entry(
              R212_REASON_BOILERPLATE,
              (limits, rules) ->
                  "At most %d requests of the file have the same reason."
                      .formatted(limits.sameReasonRequests())),
          entry(R216_RECURRING_ADDRESS, Threshold::address),
          entry(
              R217_CASE_NUMBER_REUSED,
              (limits, rules) -> "Compared over %d days.".formatted(rules.lookBackDays())),
          entry(
              R218_OFFICER_LOAD,
              (limits, rules) ->
                  "At most %d open subjects name the officer.".formatted(limits.officerLoad())),
          entry(
              R219_OFFICER_IMPLAUSIBLE,
              (limits, rules) ->
                  "At most %d open subjects name an officer.".formatted(limits.officerCeiling())),
          entry(R224_REPEATED_SUBJECT, Threshold::repeated),
          entry(
              R231_NINETY_DAYS_NOT_ELAPSED,
              (limits, rules) ->
                  "More than %d days since the order became final, in the agreement's time zone."
                      .formatted(rules.finalOrderDays())));

  private Threshold() {}

  /**
   * Returns the sentence.
   *
   * @param limits limits of the agreement
   * @param rules limits of the rule set
   * @return empty if no number of the configuration decides
   */
  public static Optional<String> of(ReasonCode code, Limits limits, RuleLimits rules) {
    return Optional.ofNullable(SENTENCES.get(code)).map(sentence -> sentence.apply(limits, rules));
  }

  private static Map.Entry<ReasonCode, BiFunction<Limits, RuleLimits, String>> entry(
      ReasonCode code, BiFunction<Limits, RuleLimits, String> sentence) {
    return Map.entry(code, sentence);
  }

  private static String signature(Limits limits, RuleLimits rules) {
    return "Signed at most %d days before and %d minutes after the pick-up."
        .formatted(rules.signatureAgeDays(), rules.clockToleranceMinutes());
  }

  private static String creation(Limits limits, RuleLimits rules) {
    return "Created at most %d minutes after the pick-up.".formatted(rules.clockToleranceMinutes());
  }

  private static String size(Limits limits, RuleLimits rules) {
    return "At most %d bytes, and at most %d times the sealed size."
        .formatted(limits.maxPlaintextBytes(), limits.maxExpansionRatio());
  }

  private static String resubmission(Limits limits, RuleLimits rules) {
    return "From %d percent of the file's subjects on, compared over %d days."
        .formatted(limits.resubmissionPercent(), rules.lookBackDays());
  }

  private static String address(Limits limits, RuleLimits rules) {
    return "At most %d surnames at one address, compared over %d days."
        .formatted(limits.recurringAddressSubjects(), rules.lookBackDays());
  }

  private static String repeated(Limits limits, RuleLimits rules) {
    return "From request number %d for one subject on, compared over %d days."
        .formatted(rules.repeatedSubjectRequests(), rules.lookBackDays());
  }
}
