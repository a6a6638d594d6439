package countersign.cli;

import countersign.authority.Authority;
import countersign.configuration.Configuration;
import countersign.operations.FileStatus;
import countersign.operations.FileStatuses;
import countersign.operations.JdbcFileStatuses;
import countersign.operations.ObservableState;
import countersign.operations.RequestStatus;
import countersign.policy.ConditionResults;
import countersign.policy.Explanation;
import countersign.policy.RuleResult;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
        "Shows the result, the checked fields and the source of every rule for one request, from the running database. Exit 1 if the request does not exist.")
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "REQUEST-ID", description = "FILE-ID/REQUEST-ID")
  private String request = "";

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "configuration that names the database; default: that of the running demo")
  private @Nullable Path config;

  @Override
  public Integer call() throws SQLException, ConfiguredParts.NotReached {
    RequestKey key = key();
    Path demo = CountersignCommand.project().resolve("var/demo/config");
    Path directory = config == null ? demo : config;
    Configuration configuration = ConfiguredParts.configuration(directory);
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
    out.printf("%s  %s%n", key, status.map(one -> one.state().name()).orElse("not read"));
    out.printf(
        "Rule set %s, stored when the request was judged. Received %s; rules compare dates with this time.%n",
        files.ruleSet(key.file()).orElse("none"), file.get().times().receivedAt());
    ConditionResults conditions =
        ConditionResults.of(
            authority,
            files.agreement(key.file()),
            files.ruleSet(key.file()),
            files.conditions(key));
    List<String> applied = files.rulesApplied(key.file()).orElse(null);
    print(out, Explanation.of(stored(file.get(), status.orElse(null), applied), conditions));
    out.println(after(status.map(RequestStatus::state).orElse(null)));
    return 0;
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

  private static void print(PrintWriter out, Explanation explanation) {
    for (Explanation.Stage stage : explanation.stages()) {
      out.printf("%n%s%n", stage.name());
      stage.heard().forEach(one -> print(out, one));
    }
    if (!explanation.beside().isEmpty()) {
      out.printf("%nDecided by a person, or after the time to decide had passed%n");
      explanation.beside().forEach(code -> out.printf("  %s  %s%n", code, code.sentence()));
    }
    out.println();
  }

  private static void print(PrintWriter out, RuleResult result) {
    out.printf("  %-12s %-13s %s%n", result.rule(), outcome(result), result.sentence());
    out.printf(
        "  %-12s %-13s source: %s (%s)%n", "", "", result.source(), words(result.basis().name()));
    if (!result.fields().isEmpty()) {
      out.printf("  %-12s %-13s fields: %s%n", "", "", String.join(", ", result.fields()));
    }
    for (ReasonCode code : result.said()) {
      out.printf("  %-12s %-13s result: %s (%s)%n", "", "", code, code.tier());
    }
  }

  private static String outcome(RuleResult result) {
    return words(result.word().name());
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
