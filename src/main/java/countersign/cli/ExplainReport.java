package countersign.cli;

import countersign.operations.ObservableState;
import countersign.operations.RequestStatus;
import countersign.policy.Cure;
import countersign.policy.Explanation;
import countersign.policy.RuleResult;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints the result of {@code explain} for people. */
final class ExplainReport {
  private final PrintWriter out;
  private final Function<ReasonCode, Optional<String>> thresholds;

  /**
   * Prints to a stream.
   *
   * @param thresholds the threshold of a code, as a sentence; empty if it has none
   */
  ExplainReport(PrintWriter out, Function<ReasonCode, Optional<String>> thresholds) {
    this.out = out;
    this.thresholds = thresholds;
  }

  /** The first lines: which request this is. */
  void title(RequestKey key, Optional<RequestStatus> status) {
    out.printf("%s  %s%n", key, status.map(one -> one.state().name()).orElse("not read"));
    if (status.isEmpty()) {
      out.println(
          "No request of this file was read, so there is no such request. The rules below are those over the file.");
    }
  }

  /** The result of each rule, by stage, and the other codes. */
  void stages(Explanation explanation) {
    for (Explanation.Stage stage : explanation.stages()) {
      out.printf("%nStage %s%n", stage.name());
      stage.results().forEach(this::print);
    }
    if (!explanation.otherCodes().isEmpty()) {
      out.printf("%nDecided by a person, or rejected because nobody decided in time%n");
      explanation.otherCodes().forEach(code -> out.printf("  %s  %s%n", code, code.sentence()));
    }
    out.println();
  }

  /** The last line: what becomes of the request after the rules. */
  void end(@Nullable ObservableState state) {
    out.println(after(state));
  }

  private void print(RuleResult result) {
    out.printf("  %-12s %-13s %s%n", result.rule(), outcome(result), result.sentence());
    line("source: %s (%s)".formatted(result.source(), words(result.basis().name())));
    if (!result.fields().isEmpty()) {
      line("fields: " + String.join(", ", result.fields()));
    }
    for (ReasonCode code : result.codes()) {
      line("result: %s (%s). %s".formatted(code, code.tier(), code.sentence()));
      thresholds.apply(code).ifPresent(sentence -> line("threshold: " + sentence));
      line("what to do: " + Cure.of(code));
    }
  }

  private void line(String text) {
    out.printf("  %-12s %-13s %s%n", "", "", text);
  }

  private static String outcome(RuleResult result) {
    return words(result.outcome().name());
  }

  private static String words(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** Does not reveal whether a record was found. */
  private static String after(@Nullable ObservableState state) {
    if (state != ObservableState.TAKEN && state != ObservableState.ANSWERED) {
      return "This request was not looked up.";
    }
    return """
        Look-up (R43 to R50) and review: only reviewers, counsel and the privacy officer see the results, in the console.
        The partner gets one code for every request without a disclosure, %s, at one fixed time."""
        .formatted(ReasonCode.M399_NOT_DISCLOSED);
  }
}
