package countersign.cli;

import countersign.check.ConfiguredParts;
import countersign.lifecycle.WorkQueue;
import countersign.operations.JdbcQueueCounts;
import countersign.partnertool.ProjectFolder;
import countersign.routemap.QueueCount;
import countersign.routemap.RouteMap;
import countersign.routemap.SvgDrawing;
import countersign.routemap.TerminalDrawing;
import countersign.routeproof.RouteProof;
import countersign.routeproof.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code routes}: draws the routes from their source, without starting anything. */
@Command(
    name = "routes",
    mixinStandardHelpOptions = true,
    description = "Draws every route with its start, its steps and its controls.")
final class RoutesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--routes",
      paramLabel = "DIR",
      description = "folder of the routes; default: the project's routes/")
  private @Nullable Path routes;

  @Option(names = "--svg", paramLabel = "FILE", description = "also write the drawing as SVG")
  private @Nullable Path svg;

  @Option(
      names = "--live",
      description = "show what waits in each queue of the gateway that --config or --var names")
  private boolean live;

  @Mixin private RunningGatewayOption gateway = new RunningGatewayOption();

  @Override
  public Integer call() throws IOException, SQLException, ConfiguredParts.NotReached {
    Path directory = routes == null ? ProjectFolder.path().resolve("routes") : routes;
    Verdict verdict = verdict(directory);
    Map<String, QueueCount> counts = live ? counts() : Map.of();
    RouteMap map = RouteMap.of(verdict);
    TerminalDrawing.print(map, counts, spec.commandLine().getOut());
    if (svg != null) {
      Files.writeString(svg, SvgDrawing.of(map, counts), StandardCharsets.UTF_8);
      spec.commandLine().getOut().printf("%nThe drawing is in %s.%n", svg);
    }
    if (!verdict.passes()) {
      spec.commandLine()
          .getErr()
          .printf(
              "These routes have %d problems, and the gateway does not start with them. bin/countersign check --routes %s lists them.%n",
              verdict.problems().size(), directory);
    }
    return verdict.passes() ? 0 : 1;
  }

  /** The verdict as if the configuration had the partners that the routes name. */
  private static Verdict verdict(Path directory) {
    Verdict first = RouteProof.of(directory, Set.of(), Set.of());
    return RouteProof.of(directory, Set.copyOf(first.partners().values()), Set.of());
  }

  private Map<String, QueueCount> counts()
      throws IOException, SQLException, ConfiguredParts.NotReached {
    Map<String, QueueCount> counts = new TreeMap<>();
    for (WorkQueue queue : WorkQueue.values()) {
      counts.put(queue.queueName(), new QueueCount(0, 0));
    }
    try (Connection connection =
        ConfiguredParts.connect(
            "database", ConfiguredParts.instance(gateway.configuration()).database())) {
      JdbcQueueCounts.of(connection)
          .forEach(
              (queue, found) -> counts.put(queue, new QueueCount(found.waiting(), found.parked())));
    }
    return counts;
  }
}
