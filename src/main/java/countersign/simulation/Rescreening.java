package countersign.simulation;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.intake.FileRow;
import countersign.intake.JdbcFileHistory;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import countersign.screening.FileLimits;
import countersign.screening.FileOutcome;
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
 * The verdict of one set of rules on a received file, given the files before it. Signers, missing
 * numbers and blocks are left out. For one thread.
 *
 * @param codes codes of the file
 * @param screen codes of a request by itself
 * @param others codes that requests get because of other requests, by their position
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
    FileLimits comparison = rules.comparison(file.arrived(), agreement).until(file.receivedAt());
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

  /** Every code of a request, given the codes of the request by itself. */
  List<ReasonCode> with(List<ReasonCode> own, int number) {
    List<ReasonCode> all = new ArrayList<>(own);
    all.addAll(others.getOrDefault(number, List.of()));
    return all;
  }
}
