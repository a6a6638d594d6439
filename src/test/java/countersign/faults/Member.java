package countersign.faults;

import countersign.endtoend.FreePort;
import countersign.endtoend.OpenSshServer;
import countersign.endtoend.ProductionServers;
import countersign.endtoend.RunningGateway;
import countersign.endtoend.SlowLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of two gateways on the same servers, with ports, a state directory, a temporary folder, lines
 * to the servers and a clock of its own.
 */
final class Member implements AutoCloseable {
  private final String name;
  private final Path folder;
  private final Ports ports;
  private final Lines lines;
  private final SmallDisks disks;
  private final WrongClock clock;
  private @Nullable RunningGateway gateway;
  private int starts;

  /** Where it listens. */
  record Ports(int console, int metrics) {}

  /** Its lines to the servers. */
  record Lines(SlowLine database, SlowLine broker, SlowLine partner) {}

  private Member(Path folder, Ports ports, Lines lines) throws IOException {
    this.name = folder.getFileName().toString();
    this.folder = folder;
    this.ports = ports;
    this.lines = lines;
    this.disks = SmallDisks.at(Map.of(state(), 8, temporary(), 32));
    this.clock = WrongClock.in(folder);
  }

  /** Prepares a gateway with a copy of the servers' configuration; does not start it. */
  static Member of(ProductionServers servers, String name) throws IOException {
    Lines lines =
        new Lines(
            new SlowLine(servers.database().port()),
            new SlowLine(servers.broker().port()),
            new SlowLine(servers.ssh().port()));
    Path folder = Files.createDirectories(servers.folder().resolve(name));
    Member member = new Member(folder, new Ports(FreePort.find(), FreePort.find()), lines);
    member.copies(servers);
    return member;
  }

  private void copies(ProductionServers servers) throws IOException {
    Path from = servers.config();
    OpenSshServer.run("cp", "-a", from.toString(), config().toString());
    OpenSshServer.run("cp", from.resolveSibling("root-of-trust").toString(), folder.toString());
    String host = "127.0.0.1:";
    changes(
        config().resolve("countersign.yaml"),
        host + servers.database().port() + "/",
        host + lines.database().port() + "/");
    changes(
        config().resolve("countersign.yaml"),
        host + servers.broker().port() + ")",
        host + lines.broker().port() + ")");
    changes(
        config().resolve("countersign.yaml"),
        "port: " + servers.ports().console(),
        "port: " + ports.console());
    changes(
        config().resolve("countersign.yaml"),
        "port: " + servers.ports().metrics(),
        "port: " + ports.metrics());
    changes(
        config().resolve("partners/dhs-ice.yaml"),
        "port: " + servers.ssh().port(),
        "port: " + lines.partner().port());
    Path known = servers.folder().resolve("secrets/gateway/known_hosts");
    Files.writeString(
        known,
        Files.readAllLines(known).get(0).replaceFirst(":\\d+", ":" + lines.partner().port()) + "\n",
        StandardOpenOption.APPEND);
  }

  private static void changes(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(from)) {
      throw new IllegalStateException(file + " does not say " + from);
    }
    Files.writeString(file, text.replace(from, to));
  }

  String name() {
    return name;
  }

  Path config() {
    return folder.resolve("config");
  }

  Path state() {
    return folder.resolve("state");
  }

  Path temporary() {
    return folder.resolve("tmp");
  }

  SmallDisks disks() {
    return disks;
  }

  WrongClock clock() {
    return clock;
  }

  Lines lines() {
    return lines;
  }

  int metrics() {
    return ports.metrics();
  }

  int console() {
    return ports.console();
  }

  /** Starts its process without waiting until it answers. */
  void launch() throws IOException {
    List<String> words = new ArrayList<>(disks.before(folder));
    String[] first =
        Files.exists(disks.seen(state()).resolve("adopted-serials"))
            ? new String[0]
            : new String[] {"--new-serials"};
    List<String> command = RunningGateway.command(config(), state(), first);
    command.addAll(
        1,
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + temporary()));
    words.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(words);
    clock.under(builder);
    starts++;
    gateway = RunningGateway.start(builder, folder.resolve("log-" + starts), ports.metrics());
  }

  RunningGateway running() {
    RunningGateway started = gateway;
    if (started == null) {
      throw new IllegalStateException("The gateway %s was not started".formatted(name));
    }
    return started;
  }

  boolean isAlive() {
    return gateway != null && running().process().isAlive();
  }

  /** Whether it is well; one that has ended, because a server did not answer, is started again. */
  boolean isUpOrStartsAgain() throws IOException, InterruptedException {
    if (!isAlive()) {
      launch();
      return false;
    }
    return running().isUp();
  }

  /** Ends its process with SIGKILL. */
  void kill() {
    running().process().destroyForcibly();
    running().process().onExit().join();
  }

  /** Ends its process with SIGTERM and waits. */
  void stop() throws InterruptedException {
    running().stop();
    running().ends(Duration.ofSeconds(60));
  }

  @Override
  public void close() throws IOException {
    if (isAlive()) {
      kill();
    }
    disks.close();
    for (SlowLine line : List.of(lines.database(), lines.broker(), lines.partner())) {
      line.close();
    }
  }
}
