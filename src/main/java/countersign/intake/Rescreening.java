package countersign.intake;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import countersign.screening.FileOutcome;
import countersign.screening.FileWideLimits;
import countersign.screening.PolicyScreeningRules;
import countersign.screening.ScreeningRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What one set of rules says to a file that was received, compared with what had come before it.
 * Signers, missing numbers and blocks are not looked at. For one thread.
 *
 * @param codes of the file
 * @param screen what a request gets on its own account
 * @param others what requests get for others' sake, by their position
 */
record Rescreening(
    List<ReasonCode> codes,
    Function<Request, List<ReasonCode>> screen,
    Map<Integer, List<ReasonCode>> others) {

  /** Judges by the rules of {@code authority}; writes nothing. */
  static Rescreening of(
      JdbcFileHistory whole, Authority authority, FileRow file, RequestHeader header) {
    ScreeningRules rules = new PolicyScreeningRules(authority);
    Agreement agreement =
        Optional.ofNullable(file.agreement()).flatMap(authority::agreement).orElse(null);
    Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
    codes.addAll(rules.header(file.arrived(), header, agreement));
    if (agreement == null || !codes.isEmpty()) {
      return new Rescreening(List.copyOf(codes), request -> List.of(), Map.of());
    }
    FileWideLimits comparison =
        rules.comparison(file.arrived(), agreement).until(file.receivedAt());
    Function<Request, List<ReasonCode>> screen = rules.requests(file.arrived(), agreement);
    long subjects = whole.subjects(file.id());
    if (comparison.gives(ReasonCode.F115_UNCURED_RESUBMISSION)
        && whole.repeatsUncured(file, header, subjects, comparison)) {
      codes.add(ReasonCode.F115_UNCURED_RESUBMISSION);
      return new Rescreening(List.copyOf(codes), screen, Map.of());
    }
    JdbcFileHistory.Load load = whole.load(file, comparison);
    codes.addAll(FileOutcome.volume(subjects, comparison));
    if (load.most() > comparison.limits().officerCeiling()
        && comparison.gives(ReasonCode.R219_OFFICER_IMPLAUSIBLE)) {
      codes.add(ReasonCode.R219_OFFICER_IMPLAUSIBLE);
    }
    return new Rescreening(List.copyOf(codes), screen, whole.codes(file, comparison, load));
  }

  /** Every code of a request, given those it has on its own account. */
  List<ReasonCode> with(List<ReasonCode> own, int number) {
    List<ReasonCode> all = new ArrayList<>(own);
    all.addAll(others.getOrDefault(number, List.of()));
    return all;
  }
}
