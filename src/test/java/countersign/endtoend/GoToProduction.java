package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.crypto.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The guide docs/guides/go-to-production.md, command by command, with the archive that the build
 * made. A folder stands for the root of the machine. What only root may do to a machine is not
 * typed: its account and its service manager.
 */
final class GoToProduction {
  private static final Pattern BLOCK = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);
  private static final Set<String> NOT_TYPED = Set.of("useradd", "systemctl");

  private final Path root;
  private final ProductionServers servers;

  private GoToProduction(Path root, ProductionServers servers) {
    this.root = root;
    this.servers = servers;
  }

  /** Types every command of the guide, with the configuration of these servers. */
  static GoToProduction follow(Path folder, ProductionServers servers) throws IOException {
    Path root = Files.createDirectories(folder.resolve("machine"));
    GoToProduction guide = new GoToProduction(root, servers);
    Files.createDirectories(root.resolve("etc/systemd/system"));
    Path archive = archive();
    for (Path file : List.of(archive, Path.of(archive + ".sha256"))) {
      Files.copy(file, root.resolve(file.getFileName()));
    }
    Files.copy(servers.owner(), root.resolve("owner"));
    String text = Files.readString(Path.of("docs/guides/go-to-production.md"));
    assertThat(text).contains(archive.getFileName().toString());
    List<String> commands =
        BLOCK.matcher(text).results().flatMap(block -> block.group(1).strip().lines()).toList();
    assertThat(commands).hasSize(15);
    for (String command : commands) {
      guide.types(command);
    }
    return guide;
  }

  private static Path archive() {
    return Path.of(ProductionJar.file().toString().replaceFirst("[.]jar$", ".tar.gz"));
  }

  private void types(String command) throws IOException {
    if (NOT_TYPED.contains(command.split(" ", 2)[0]) || command.startsWith("export ")) {
      return;
    }
    OpenSshServer.run("sh", "-c", "cd %s && %s %s".formatted(root, environment(), here(command)));
  }

  private String environment() throws IOException {
    return "COUNTERSIGN_STATE=%s COUNTERSIGN_ROOT=%s"
        .formatted(servers.folder(), RunningGateway.root(servers.config()));
  }

  /** The command for this machine. */
  private String here(String command) {
    return command
        .replace("-o countersign -g countersign ", "")
        .replace("--config /etc/countersign/config", "--config " + servers.config())
        .replaceAll("(?<= )/(etc|opt)/", root + "/$1/")
        .replaceAll("^/(etc|opt)/", root + "/$1/");
  }

  /** The unit of the archive. */
  String unit() throws IOException {
    return Files.readString(root.resolve("etc/systemd/system/countersign.service"));
  }

  /** Starts what the unit starts. */
  RunningGateway starts() throws IOException {
    String line =
        unit().lines().filter(one -> one.startsWith("ExecStart=")).findFirst().orElseThrow();
    String command = here(line.substring("ExecStart=".length()));
    ProcessBuilder process = new ProcessBuilder("sh", "-c", "exec " + command);
    process.environment().put("COUNTERSIGN_STATE", servers.folder().toString());
    process.environment().put("COUNTERSIGN_ROOT", RunningGateway.root(servers.config()));
    return RunningGateway.start(
        process, servers.folder().resolve("gateway.log"), servers.ports().metrics());
  }

  /** The list of components has each library of the archive with its hash, and nothing else. */
  void hasEveryComponent() throws IOException {
    Path home = root.resolve("opt/countersign");
    JsonNode list = new JsonMapper().readTree(Files.readString(home.resolve("bom.json")));
    assertThat(list.path("bomFormat").asString()).isEqualTo("CycloneDX");
    Map<String, String> named = new TreeMap<>();
    for (JsonNode one : list.path("components")) {
      named.put(
          one.path("name").asString() + "-" + one.path("version").asString() + ".jar",
          one.path("hashes")
              .valueStream()
              .filter(hash -> hash.path("alg").asString().equals("SHA-256"))
              .map(hash -> hash.path("content").asString())
              .collect(Collectors.joining()));
    }
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> jars = Files.list(home.resolve("app/lib"))) {
      for (Path jar : jars.toList()) {
        found.put(jar.getFileName().toString(), Sha256.hex(Files.readAllBytes(jar)));
      }
    }
    assertThat(named).isEqualTo(found).hasSizeGreaterThan(150);
    assertThat(home.resolve("docs/schema/acknowledgement.json")).exists();
    assertThat(home.resolve("routes/pipeline.camel.yaml")).exists();
  }
}
