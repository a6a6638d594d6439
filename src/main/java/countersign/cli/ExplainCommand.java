package countersign.cli;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.Limits;
import countersign.authority.RuleSet;
import countersign.check.ConfiguredParts;
import countersign.configuration.Configuration;
import countersign.operations.FileStatus;
import countersign.operations.FileStatuses;
import countersign.operations.JdbcFileStatuses;
import countersign.operations.ObservableState;
import countersign.operations.RequestStatus;
import countersign.policy.ConditionResults;
import countersign.policy.Cure;
import countersign.policy.Explanation;
import countersign.policy.RuleResult;
import countersign.policy.Threshold;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code explain}: prints the result of every rule for a request, with its legal basis; never
 * prints a value of the request.
 */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Shows the result, the checked fields, the threshold and the source of every rule for one request, by stage, from the running database. Exit 0 if it is explained, 1 if there is no such request, 2 if the database or the configuration cannot be used.",
    exitCodeOnExecutionException = CommandLine.ExitCode.USAGE)
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "REQUEST-ID", description = "FILE-ID/REQUEST-ID")
  private String request = "";

  @Mixin private RunningGatewayOption gateway = new RunningGatewayOption();

  @Override
  public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
    RequestKey key = key();
    Configuration configuration =
        ConfiguredParts.configuration(gateway.configuration(), gateway.trust());
    try (Connection connection =
        ConfiguredParts.connect("database", configuration.instance().database())) {
      return explain(JdbcFileStatuses.on(connection), Authority.of(configuration), key);
    }
  }

  private RequestKey key() {
    try {
      return RequestKey.parse(request);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          "Name the request as FILE-ID/REQUEST-ID, for example DHS-ICE_T_20261124_0001/R-000007.",
          e);
    }
  }

  private int explain(FileStatuses files, Authority authority, RequestKey key) {
    Optional<FileStatus> file = files.byId(key.file());
    Optional<RequestStatus> status = files.request(key);
    if (file.isEmpty() || (status.isEmpty() && file.get().requests() > 0)) {
      spec.commandLine()
          .getErr()
          .printf(
              "No request has the id %s. The page of the file and its acknowledgement list the ids.%n",
              key);
      return 1;
    }
    PrintWriter out = spec.commandLine().getOut();
    title(out, key, status);
    out.printf(
        "Rule set %s, stored when the request was judged. Received %s; rules compare dates with this time. Thresholds are those of today.%n",
        files.ruleSet(key.file()).orElse("none"), file.get().times().receivedAt());
    ConditionResults conditions =
        ConditionResults.of(
            authority,
            files.agreement(key.file()),
            files.ruleSet(key.file()),
            files.conditions(key));
    List<String> applied = files.rulesApplied(key.file()).orElse(null);
    Numbers numbers = numbers(authority, files.agreement(key.file()));
    print(
        out, Explanation.of(stored(file.get(), status.orElse(null), applied), conditions), numbers);
    out.println(after(status.map(RequestStatus::state).orElse(null)));
    return status.isPresent() ? 0 : 1;
  }

  private static void title(PrintWriter out, RequestKey key, Optional<RequestStatus> status) {
    out.printf("%s  %s%n", key, status.map(one -> one.state().name()).orElse("not read"));
    if (status.isEmpty()) {
      out.println(
          "No request of this file was read, so there is no such request. The rules below are those over the file.");
    }
  }

  /** Returns the threshold of a code. */
  private interface Numbers {
    Optional<String> of(ReasonCode code);
  }

  /** Thresholds of the agreement and the rule set as they are now. */
  private static Numbers numbers(Authority authority, Optional<String> agreement) {
    Optional<Limits> limits = agreement.flatMap(authority::agreement).map(Agreement::limits);
    Optional<RuleSet> rules = authority.rules();
    return code ->
        limits.flatMap(one -> rules.flatMap(set -> Threshold.of(code, one, set.limits())));
  }

  private static Explanation.Stored stored(
      FileStatus file, @Nullable RequestStatus status, @Nullable List<String> applied) {
    return new Explanation.Stored(
        file.state() != FileState.RECEIVED,
        status != null,
        codes(file.codes()),
        status == null ? List.of() : codes(status.codes()),
        applied);
  }

  private static List<ReasonCode> codes(List<String> names) {
    return names.stream().map(ReasonCode::valueOf).toList();
  }

  private static void print(PrintWriter out, Explanation explanation, Numbers numbers) {
    for (Explanation.Stage stage : explanation.stages()) {
      out.printf("%nStage %s%n", stage.name());
      stage.results().forEach(one -> print(out, one, numbers));
    }
    if (!explanation.otherCodes().isEmpty()) {
      out.printf("%nDecided by a person, or after the time to decide had passed%n");
      explanation.otherCodes().forEach(code -> out.printf("  %s  %s%n", code, code.sentence()));
    }
    out.println();
  }

  private static void print(PrintWriter out, RuleResult result, Numbers numbers) {
    out.printf("  %-12s %-13s %s%n", result.rule(), outcome(result), result.sentence());
    line(out, "source: %s (%s)".formatted(result.source(), words(result.basis().name())));
    if (!result.fields().isEmpty()) {
      line(out, "fields: " + String.join(", ", result.fields()));
    }
    for (ReasonCode code : result.codes()) {
      line(out, "result: %s (%s). %s".formatted(code, code.tier(), code.sentence()));
      numbers.of(code).ifPresent(sentence -> line(out, "threshold: " + sentence));
      line(out, "what to do: " + Cure.of(code));
    }
  }

  private static void line(PrintWriter out, String text) {
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
