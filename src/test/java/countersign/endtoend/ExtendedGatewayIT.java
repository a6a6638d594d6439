package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.cli.CommandLines;
import countersign.crypto.Sha256;
import countersign.testkit.PlayedComponent;
import countersign.testkit.PlayedSource;
import countersign.testkit.RequestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The production jar with a component of a further jar as its record source, as the guide says, and
 * with {@code --dev}; {@code routes --live} beside it.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ExtendedGatewayIT {
  private static final String LOGGED = "        - log: { message: dev }\n";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SERIAL = "serial: 1\n";
  @TempDir private static Path folder;
  private static ProductionServers servers;
  private static PlayedComponent component;
  private static Guide guide;
  private static Path list;
  private static Path jar;
  private static RunningGateway gateway;

  @BeforeAll
  static void a_gateway_runs_with_a_further_jar() throws Exception {
    servers = ProductionServers.start(folder, FreePort.find());
    servers.migrate();
    Path people = folder.resolve("people.csv");
    ProductionServers.saysYes(
        "seed",
        "--config",
        servers.config(),
        "--password-file",
        servers.owner(),
        "--people",
        50,
        "--csv",
        people);
    component = new PlayedComponent(PlayedSource.moved(people, "Sourceway")::bytes);
    guide =
        new Guide(
            "change-the-record-source.md", "A component of your own", folder.resolve("routes"));
    jar = Files.createDirectories(servers.config().resolve("extensions")).resolve("played.jar");
    PlayedComponent.jar(jar);
    list = servers.config().resolve("extensions.yaml");
    lists("serial: 2\n");
    guide.configures(servers.config(), 1, Map.of("played:find", component.address()));
    guide.replacesTheRoute("addresses", "pipeline.camel.yaml", 2);
    guide.types(servers.config());
    gateway = starts("gateway.log", servers.ports().metrics(), "--dev");
    gateway.awaitUp();
  }

  @AfterAll
  static void it_ends() throws Exception {
    for (AutoCloseable part : new AutoCloseable[] {gateway, component, servers}) {
      if (part != null) {
        part.close();
      }
    }
  }

  private static RunningGateway starts(String log, int port, String... more) throws IOException {
    return RunningGateway.start(servers.config(), guide.routes(), folder.resolve(log), port, more);
  }

  private static void lists(String serial) throws IOException {
    String hash = Sha256.hex(Files.readAllBytes(jar));
    Files.writeString(list, guide.yaml(0).replace("0".repeat(64), hash).replace(SERIAL, serial));
    WholeGateway.signs(folder, list);
  }

  @Test
  void a_look_up_goes_to_the_component_and_the_drawing_counts_the_case() throws Exception {
    String id = "DHS-ICE_T_%tY%<tm%<td_0001".formatted(LocalDate.now(ZoneOffset.UTC));
    RequestFile file = new RequestFile(id, 1, Instant.now());
    file.asks(person(), 1);

    assertThat(servers.acknowledged(file)).contains("\"taken\":1");

    await("the look-up").atMost(PATIENCE).until(() -> component.seen() == 1);
    assertThat(gateway.said()).contains(PlayedComponent.LOADED).doesNotContain("Sourceway");
    await("the case").atMost(PATIENCE).until(() -> drawn().contains("reviewers: 1"));
    assertThat(drawn()).contains("queue lookup  (0 waiting)", "records-extension:find-addresses");
  }

  private static String[] person() throws IOException {
    return Files.readAllLines(folder.resolve("people.csv")).stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[13].equals("true"))
        .findFirst()
        .orElseThrow();
  }

  private static String drawn() {
    CommandLines.Ended ended =
        CommandLines.run(
            "routes", "--live", "--config", servers.config(), "--routes", guide.routes());
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended.out();
  }

  @Test
  void b_in_development_a_changed_route_is_replaced_and_a_broken_one_is_refused() throws Exception {
    Path file = guide.routes().resolve("pipeline.camel.yaml");
    String before = Files.readString(file);
    String step = "        - bean: { id: match, ref: records, method: match }";

    Files.writeString(file, before.replace(step, LOGGED + step));
    says("Proved and replaced in development: lookup", 1);
    Files.writeString(file, before.replace(step, ""));
    says("ROUTE_REFUSED  pipeline.camel.yaml", 1);
    says("The routes that ran before go on. Correct the problems above.", 1);
    Files.writeString(file, before);
    says("Proved and replaced in development: lookup", 2);
    Path errors = guide.routes().resolve("errors.camel.yaml");
    String branches = Files.readString(errors);
    Files.writeString(
        errors, branches.replace("    id: stop\n", "    id: stop\n    description: x\n"));
    says("RESTART_NEEDED  routes · a routeConfiguration differs", 1);
    Files.writeString(errors, branches);
    says("The route files changed, and no route differs. Nothing was replaced.", 1);
    assertThat(gateway.said()).doesNotContain("\tat ", "the route watcher failed");
  }

  /** Waits until the gateway has said this so often. */
  private static void says(String words, int times) {
    await(words)
        .atMost(PATIENCE)
        .until(() -> gateway.said().split(Pattern.quote(words), -1).length - 1 == times);
  }

  @Test
  void c_an_unsigned_or_older_list_and_a_changed_jar_are_refused_before_anything_is_loaded()
      throws Exception {
    gateway.close();
    lists(SERIAL);
    refused("older", " expected 2 or later, found 1.");
    lists("serial: 3\n");
    Files.writeString(list, "# edited\n", StandardOpenOption.APPEND);
    refused(
        "unsigned",
        "EXTENSION_JAR  extensions/played.jar · expected only jars that the signed list names, found a file, and an extensions.yaml that two people have not signed.");
    lists("serial: 3\n");
    Files.write(jar, new byte[] {7}, StandardOpenOption.APPEND);
    refused("changed", "EXTENSION_JAR  extensions/played.jar · expected SHA-256 ");
    Files.delete(jar);
    refused("missing", "EXTENSION_JAR  extensions/played.jar · expected a jar");
  }

  private static void refused(String log, String sentence) throws Exception {
    CommandLines.Ended check =
        CommandLines.run(
            "check",
            "--config",
            servers.config(),
            "--routes",
            guide.routes(),
            "--root-of-trust",
            RunningGateway.root(servers.config()),
            "--state",
            folder);
    assertThat(check.out()).contains(sentence);
    assertThat(check.exit()).isEqualTo(1);
    try (RunningGateway another = starts(log, servers.ports().metrics())) {
      assertThat(another.ends(PATIENCE)).isEqualTo(1);
      assertThat(another.said())
          .contains(sentence)
          .doesNotContain(PlayedComponent.LOADED, "Exception", "\tat ");
    }
  }
}
