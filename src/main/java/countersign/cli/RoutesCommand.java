package countersign.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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

/** {@code routes}: the way of a file, one route a paragraph, without starting anything. */
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
    Path directory = routes == null ? CountersignCommand.project().resolve("routes") : routes;
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
        for (JsonNode entry : YAML.readTree(file.toFile())) {
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
      String id = route.path("id").asText(template.path("id").asText() + " (template)");
      out.printf("%s: %s%n", id, route.path("description").asText());
      List<String> way = new ArrayList<>();
      way.add(route.path("from").path("uri").asText());
      route.path("from").path("steps").forEach(step -> way.add(step(step)));
      out.printf("    %s%n", String.join(" -> ", way));
    }
    JsonNode use = entry.path("templatedRoute");
    if (!use.isMissingNode()) {
      out.printf(
          "%s: created from template %s%n",
          use.path("routeId").asText(), use.path("routeTemplateRef").asText());
    }
  }

  private static String step(JsonNode step) {
    String kind = step.fieldNames().next();
    JsonNode what = step.path(kind);
    return what.path("id").asText(what.isTextual() ? what.asText() : kind);
  }
}
