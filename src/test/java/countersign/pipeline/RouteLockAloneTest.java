package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.routeproof.BadSteps;
import countersign.routeproof.RouteFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Bad route sets that move data, with the proof switched off: they do not start, or they run and no
 * value leaves.
 */
@ExtendWith(OutputCaptureExtension.class)
class RouteLockAloneTest {
  /** Tries to get the body out in every way that a step has. */
  private static final String TAP =
      """

      - route:
          id: tap
          errorHandler: { noErrorHandler: {} }
          from:
            uri: direct:tap
            steps:
              - log: "${body} ${headers} ${variables} ${exchange}"
              - setHeader: { name: CamelFileName, simple: "${body}" }
              - doTry:
                  steps: [ { to: "file:outbox" } ]
                  doCatch: [ { exception: [java.lang.Exception], steps: [ { log: "${exception.stacktrace}" } ] } ]
              - convertBodyTo: { type: java.lang.String }
              - to: "log:tap?showAll=true"
      """;

  private static final List<String> PLACES =
      List.of("lookup 1", "lookup 2", "addresses 0", "addresses 1", "lookup 2", "lookup 3");

  @TempDir Path folder;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void no_value_leaves_any_bad_set(CapturedOutput printed) throws IOException {
    int ran = 0;
    int tried = 0;
    for (String[] step : BadSteps.all()) {
      String place = PLACES.get(tried++ % PLACES.size());
      if (!step[0].contains("direct:find-addresses")) { // would call itself without end
        ran += runs(step[0].replace("60001", "1"), place) ? 1 : 0; // a delay in milliseconds
      }
    }
    assertThat(ran).as("sets that started").isGreaterThan(40);
    assertThat(written() + printed.getAll()).doesNotContain(LockedCamel.VALUES);
    assertThat(printed.getAll()).as("the tap was reached").contains("Screened of");
  }

  private boolean runs(String step, String place) {
    String route = place.substring(0, place.indexOf(' '));
    int at = Integer.parseInt(place.substring(place.indexOf(' ') + 1));
    RouteFiles files =
        new RouteFiles()
            .replace(
                "pipeline",
                "activemq6:queue:lookup?concurrentConsumers={{countersign.consumers.lookup}}",
                "direct:lookup")
            .change(
                "pipeline",
                entries -> {
                  entries.removeIf(
                      entry ->
                          !List.of("lookup", "addresses")
                              .contains(entry.path("route").path("id").asString("")));
                  RouteFiles.steps(RouteFiles.route(entries, route))
                      .insert(
                          at,
                          RouteFiles.yaml(
                              "{ " + step.replace("file:", "file:" + folder + "/") + " }"));
                })
            .append("pipeline", TAP.replace("file:outbox", "file:" + folder + "/tap"));
    files.texts().remove("partners.camel.yaml");
    try (LockedCamel locked = new LockedCamel()) {
      locked.load(files.texts());
      locked.sends(
          route.equals("lookup") ? "direct:lookup" : "direct:find-addresses",
          route.equals("lookup") ? "DHS-ICE_T_20261124_0001/1" : LockedCamel.wanted());
      return true;
    } catch (Exception didNotStart) {
      return false;
    }
  }

  /** The name and content of every file that was written. */
  private String written() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.add(file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return String.join("\n", all);
  }
}
