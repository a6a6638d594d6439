package countersign.cli;

import countersign.authority.Check;
import countersign.configuration.KeyCheck;
import countersign.configuration.Problem;
import countersign.configuration.SerialRecord;
import countersign.routeproof.RouteProblem;
import countersign.routeproof.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code check}: reports every problem of a configuration and of the routes, and shows what the
 * configuration permits.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks a configuration and the routes and lists every problem. Exit 0 if the gateway would start.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();

  @Option(names = "--routes", paramLabel = "DIR", description = "default: the project's routes/")
  private @Nullable Path routes;

  @Mixin private StateOption state = new StateOption();

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Option(names = "--all", description = "print every value in force, with secrets masked")
  private boolean all;

  @Override
  public Integer call() throws IOException {
    Path directory = configuration.directory();
    Clock clock = Clock.systemUTC();
    Check check =
        Check.of(
            directory,
            configuration.trust(),
            KeyCheck.ofOpenPgp(clock),
            SerialRecord.in(state.directory(configuration.demo())).read(),
            clock.instant());
    Verdict verdict = ConfiguredRoutes.verdict(directory, routes);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonMapper mapper =
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY) // what is wrong comes first
              .build();
      out.println(mapper.writeValueAsString(Printed.of(check, verdict)));
    } else {
      print(check, verdict, directory, out);
    }
    return check.passes() && verdict.passes() ? 0 : 1;
  }

  /** The form of {@code --json}: what the configuration has, and the problems of the routes. */
  private record Printed(
      List<Problem> problems,
      List<RouteProblem> routes,
      List<Problem> warnings,
      List<String> effectiveView,
      List<String> today) {
    static Printed of(Check check, Verdict verdict) {
      return new Printed(
          check.problems(),
          verdict.problems(),
          check.warnings(),
          check.effectiveView(),
          check.today());
    }
  }

  private void print(Check check, Verdict verdict, Path directory, PrintWriter out) {
    check.problems().forEach(out::println);
    verdict.problems().forEach(out::println);
    check.warnings().forEach(out::println);
    if (all) {
      check.effectiveView().forEach(out::println);
    }
    check.today().forEach(out::println);
    out.printf(
        "%s: %s, %s. %s%n",
        directory,
        counted(check.problems().size() + verdict.problems().size(), "problem"),
        counted(check.warnings().size(), "warning"),
        check.passes() && verdict.passes()
            ? "The gateway would start."
            : "The gateway would not start.");
  }

  private static String counted(int count, String thing) {
    return "%d %s%s".formatted(count, thing, count == 1 ? "" : "s");
  }
}
