package countersign.demo;

import countersign.cli.GatewayStart;
import countersign.configuration.Configuration;
import countersign.configuration.Problem;
import countersign.partnertool.ProjectFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: runs the whole demo world on this machine with synthetic data only. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Starts a database, a broker, an SFTP server and the gateway with 10,000 synthetic people, and acts as the partner.")
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--hands-free",
      description = "act as reviewers and officers too, check every result, then stop")
  private boolean handsFree;

  @Option(names = "--idle", description = "start everything, send no file, and wait")
  private boolean idle;

  @Option(
      names = "--once",
      description = "start everything, then stop: proves that the demo starts")
  private boolean once;

  @Option(
      names = "--var",
      paramLabel = "DIR",
      description = "folder for the demo's files; default: the project's var/")
  private @Nullable Path var;

  @Option(
      names = "--http-port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description =
          "port of console and API; default: ${DEFAULT-VALUE}; 0 for any free port, as for every port")
  private int httpPort;

  @Option(
      names = "--sftp-port",
      defaultValue = "2222",
      paramLabel = "PORT",
      description = "port of the partner's SFTP server; default: ${DEFAULT-VALUE}")
  private int sftpPort;

  @Option(
      names = "--database-port",
      defaultValue = "5709",
      paramLabel = "PORT",
      description = "port of PostgreSQL; default: ${DEFAULT-VALUE}")
  private int databasePort;

  @Override
  public Integer call() throws IOException, SQLException {
    Path project = ProjectFolder.path();
    Path home = (var == null ? project.resolve("var") : var).resolve("demo");
    DemoWorld.Place place =
        new DemoWorld.Place(home, project, httpPort, sftpPort, databasePort).onFreePorts();
    DemoWorld world;
    try {
      world = DemoWorld.begin(place, Clock.systemUTC(), this::say);
    } catch (DemoWorld.CannotStart sentence) {
      spec.commandLine().getErr().println(sentence.getMessage());
      return 1;
    }
    return start(world);
  }

  private int start(DemoWorld world) throws IOException, SQLException {
    Configuration.Result checked = GatewayStart.ofDemo(world.place().home());
    if (!(checked instanceof Configuration.Loaded)) {
      world.close();
      // The demo itself makes the secrets that are missing.
      return no(
          checked.all().stream()
              .filter(problem -> problem.code() != Problem.Code.MISSING_SECRET)
              .toList());
    }
    say("Starting the gateway");
    DemoGateway started;
    try {
      started = DemoGateway.start(world);
    } catch (RuntimeException e) {
      return no(List.of(GatewayStart.sentenceIn(e)));
    }
    return use(started);
  }

  private int use(DemoGateway running) throws IOException, SQLException {
    try (DemoGateway gateway = running) {
      say("The gateway runs.");
      if (once) {
        return 0;
      }
      PlayedExchange exchange = new PlayedExchange(gateway, Clock.systemUTC(), this::say);
      if (handsFree) {
        return verdict(exchange.handsFree());
      }
      play(exchange);
      explain(DemoConnection.read(gateway.connectionFile()), gateway.world().place().home());
      forEver();
    }
    return 0;
  }

  private int no(List<?> sentences) {
    sentences.forEach(spec.commandLine().getErr()::println);
    return 1;
  }

  private int verdict(boolean right) {
    say(right ? "Every result is as expected." : "Some results are not as expected.");
    return right ? 0 : 1;
  }

  private void play(PlayedExchange exchange) throws IOException {
    int waiting = exchange.waiting();
    if (waiting > 0) {
      say(waiting + " cases are waiting for a first reviewer; no new file was sent");
    } else if (!idle) {
      exchange.partnerOnly();
    }
  }

  private void explain(DemoConnection connection, Path home) {
    Path outbox = home.resolve("sftp/dhs-ice/outbox");
    // A passkey counts at localhost only, so the address says localhost.
    String console =
        connection.api().toString().replace("/api/v1", "").replace("127.0.0.1", "localhost");
    say("");
    say("Console  " + console);
    for (DemoConnection.Login account : connection.accounts()) {
      say(
          "  %-8s %s  %s"
              .formatted(account.user(), account.password(), String.join(", ", account.roles())));
    }
    say("");
    say("Next: sign in as adams and endorse a case, then sign in as baker and countersign it.");
    say("The response then appears in %s. An officer of the request opens it:".formatted(outbox));
    say(
        "  bin/countersign open %s/FILE --from %s --key %s"
            .formatted(
                outbox, home.resolve("gateway.pub.asc"), home.resolve("officers/OFFICER.sec.asc")));
    say("Ctrl-C stops the demo; the next start continues from the same state.");
  }

  /** Blocks until the process is asked to stop; the gateway stops through its own shutdown hook. */
  private static void forEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
