package countersign.cli;

import countersign.authority.Authority;
import countersign.authority.Expression;
import countersign.authority.RuleSet;
import countersign.check.ConfiguredParts;
import countersign.configuration.Configuration;
import countersign.configuration.DocumentKind;
import countersign.configuration.Problem;
import countersign.configuration.Trust;
import countersign.request.ReasonCode;
import countersign.simulation.JdbcSimulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate}: shows how other rules would judge the files already received. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Judges the received files by other rules and prints the differences. Writes and releases nothing. Exit 0 if there is no difference, 1 if there is one, 2 if the files could not be judged.")
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--rules",
      required = true,
      paramLabel = "NEW",
      description = "a rules.yaml; it need not be signed yet")
  private Path rules = Path.of(".");

  @Mixin private RunningGatewayOption gateway = new RunningGatewayOption();

  private final Map<String, Long> counts = new TreeMap<>();

  @Override
  public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
    Path directory = gateway.configuration();
    assertRules();
    Trust trust = gateway.trust();
    Configuration own = loaded(Configuration.load(directory, trust, Expression::faults), directory);
    Configuration tried = tried(directory, trust);
    Authority inForce = Authority.of(own);
    RuleSet other = Authority.asWritten(tried).rules().orElseThrow();
    try (Connection connection = ConfiguredParts.connect("database", own.instance().database())) {
      JdbcSimulation.Result simulated =
          JdbcSimulation.on(connection, own.instance().rootKeysetFile())
              .run(
                  inForce.under(inForce.rules().map(RuleSet::everyDay).orElse(null)),
                  inForce.under(other.everyDay()),
                  this::print);
      sum(inForce, other, simulated);
      return simulated.differences() == 0 ? 0 : 1;
    }
  }

  private void assertRules() throws IOException {
    if (!Files.exists(rules)) {
      throw new NoSuchFileException(rules.toString());
    }
    if (!Files.isRegularFile(rules)) {
      throw new IOException("%s is not a file. Name a rules.yaml with --rules.".formatted(rules));
    }
  }

  private Configuration tried(Path directory, Trust trust) throws IOException {
    return loaded(Configuration.withRules(directory, trust, Expression::faults, rules), rules);
  }

  private static Configuration loaded(Configuration.Result result, Path where) {
    if (result instanceof Configuration.Loaded loaded) {
      return loaded.configuration();
    }
    throw new IllegalStateException(
        "%s cannot be used:%n%s"
            .formatted(
                where,
                faults(result).stream()
                    .map(problem -> isRules(problem) ? problem.about(where.toString()) : problem)
                    .map(Problem::toString)
                    .collect(Collectors.joining("\n"))));
  }

  /** What prevents the use; warnings about other documents do not. */
  private static List<Problem> faults(Configuration.Result result) {
    return result instanceof Configuration.Problems refused ? refused.problems() : List.of();
  }

  private static boolean isRules(Problem problem) {
    return problem.file().equals(DocumentKind.RULES.path());
  }

  private void print(JdbcSimulation.Difference difference) {
    String which = difference.requestId().isEmpty() ? "" : "/" + difference.requestId();
    String codes =
        Stream.concat(
                difference.gained().stream().map(code -> counted("+", code)),
                difference.lost().stream().map(code -> counted("-", code)))
            .collect(Collectors.joining("  "));
    spec.commandLine().getOut().printf("%s%s  %s%n", difference.file(), which, codes);
  }

  private String counted(String sign, ReasonCode code) {
    String word = sign + code;
    counts.merge(word, 1L, Long::sum);
    return word;
  }

  /** Rules that the set in force names and the other one does not, in the order of the former. */
  private static Set<String> unnamed(Authority inForce, RuleSet other) {
    Set<String> ids = new LinkedHashSet<>();
    inForce.rules().ifPresent(rules -> rules.rules().forEach(rule -> ids.add(rule.id())));
    other.rules().forEach(rule -> ids.remove(rule.id()));
    return ids;
  }

  private void sum(Authority inForce, RuleSet other, JdbcSimulation.Result simulated) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("In force  %s%nTried     %s%n", inForce.ruleSet(), inForce.under(other).ruleSet());
    out.printf(
        "%d files, %d requests: %d differences.%n",
        simulated.files(), simulated.requests(), simulated.differences());
    counts.forEach((code, count) -> out.printf("  %7d  %s%n", count, code));
    Set<String> unnamed = unnamed(inForce, other);
    if (!unnamed.isEmpty()) {
      out.printf(
          "The tried set does not name %s; a rule that a set does not name is applied all the same, so leaving it out makes no difference.%n",
          String.join(", ", unnamed));
    }
    if (simulated.drifted() > 0) {
      out.printf(
          "%d requests would also get other codes today by the rules in force, because registers or agreements have changed.%n",
          simulated.drifted());
    }
    if (simulated.destroyed() > 0) {
      out.printf(
          "%d files cannot be judged again because their key is destroyed.%n",
          simulated.destroyed());
    }
    out.println(
        "The first days (effective) of the sets and of their rules were ignored: each rule was applied to every file.");
    out.println(
        "Every rule over a header, a request or a whole file was applied, with the files received before it. Signatures, missing numbers and blocks were not judged. Nothing was written.");
  }
}
