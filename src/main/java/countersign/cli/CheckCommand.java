package countersign.cli;

import countersign.check.CheckReport;
import countersign.check.ConfigurationCheck;
import countersign.check.Connections;
import countersign.check.Program;
import countersign.check.Readiness;
import countersign.configuration.KeyCheck;
import countersign.configuration.SerialRecord;
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

/**
 * {@code check}: reports everything that prevents a start, and shows what the configuration
 * permits.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks the configuration, the routes and this machine, and lists every problem. Exit 0 if the gateway would start.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--routes",
      paramLabel = "DIR",
      description = "folder of the routes; default: the project's routes/")
  private @Nullable Path routes;

  @Mixin private StateOption state = new StateOption();

  @Option(
      names = "--files",
      description =
          "judge the files only, on a machine where the gateway does not run: no secrets, servers and ports")
  private boolean files;

  @Option(
      names = "--connect",
      description = "also try each partner, the broker and the databases, and say what was found")
  private boolean connect;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Option(names = "--all", description = "print every value in force, with secrets masked")
  private boolean all;

  @Override
  public Integer call() throws IOException {
    Path directory = configuration.directory();
    Path routesDirectory = RunCommand.routes(routes);
    Clock clock = Clock.systemUTC();
    ConfigurationCheck check =
        ConfigurationCheck.of(
            directory,
            configuration.trust(),
            KeyCheck.ofOpenPgp(clock),
            SerialRecord.in(state.directory(configuration.demo())).read(),
            clock.instant());
    CheckReport report =
        new CheckReport(
            Readiness.of(
                directory, check, routesDirectory, new Readiness.Machine(!files, false, true)),
            check,
            connect ? Connections.of(directory, check.problems()) : List.of(),
            new CheckReport.Places(
                directory.toString(), routesDirectory.toString(), !files, Program.sha256()));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.json());
    } else {
      report.print(out, all);
    }
    return report.passes() ? 0 : 1;
  }
}
