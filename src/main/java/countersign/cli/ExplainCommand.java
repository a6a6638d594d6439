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
import countersign.operations.RequestStatus;
import countersign.policy.ConditionResults;
import countersign.policy.Explanation;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
        "Shows the result, the checked fields, the threshold and the source of every rule for one request, by stage, from the running database. Exit 0 if it is explained, 1 if there is no such request, 2 if the database or the configuration cannot be used.")
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
    ExplainReport report =
        new ExplainReport(out, thresholds(authority, files.agreement(key.file())));
    report.title(key, status);
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
    report.stages(Explanation.of(stored(file.get(), status.orElse(null), applied), conditions));
    report.end(status.map(RequestStatus::state).orElse(null));
    return status.isPresent() ? 0 : 1;
  }

  /** Thresholds of the agreement and the rule set as they are now. */
  private static Function<ReasonCode, Optional<String>> thresholds(
      Authority authority, Optional<String> agreement) {
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
}
