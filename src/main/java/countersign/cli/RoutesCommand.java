package countersign.cli;

import countersign.partnertool.ProjectFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code routes}: prints the routes, one paragraph each, without starting anything. */
@Command(
    name = "routes",
    mixinStandardHelpOptions = true,
    description = "Shows every route with its start, its steps and its purpose.")
final class RoutesCommand implements Callable<Integer> {
  private static final YAMLMapper YAML = new YAMLMapper();

  @Spec private CommandSpec spec;

  @Option(names = "--routes", paramLabel = "DIR", description = "default: the project's routes/")
  private @Nullable Path routes;

  @Override
  public Integer call() throws IOException {
    Path directory = routes == null ? ProjectFolder.path().resolve("routes") : routes;
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        for (JsonNode entry : YAML.readTree(Files.readAllBytes(file))) {
          show(entry);
        }
      }
    }
    return 0;
  }

  private void show(JsonNode entry) {
    JsonNode template = entry.path("routeTemplate");
    JsonNode route = entry.has("route") ? entry.path("route") : template.path("route");
    PrintWriter out = spec.commandLine().getOut();
    if (!route.isMissingNode()) {
      String id = route.path("id").asString(template.path("id").asString() + " (template)");
      out.printf("%s: %s%n", id, route.path("description").asString());
      List<String> way = new ArrayList<>();
      way.add(route.path("from").path("uri").asString());
      route.path("from").path("steps").forEach(step -> way.add(step(step)));
      out.printf("    %s%n", String.join(" -> ", way));
    }
    JsonNode use = entry.path("templatedRoute");
    if (!use.isMissingNode()) {
      out.printf(
          "%s: created from template %s%n",
          use.path("routeId").asString(), use.path("routeTemplateRef").asString());
    }
  }

  private static String step(JsonNode step) {
    String kind = step.propertyNames().iterator().next();
    JsonNode what = step.path(kind);
    return what.path("id").asString(what.isString() ? what.asString() : kind);
  }
}
