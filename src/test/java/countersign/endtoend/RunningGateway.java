package countersign.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** {@code countersign run} of the production jar, unpacked as in its image. */
final class RunningGateway implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final int port;

  private RunningGateway(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts the process without waiting until it answers. */
  static RunningGateway start(Path config, Path log, int port, String... more) throws IOException {
    return start(config, Path.of("routes"), log, port, more);
  }

  /** The same with other routes. */
  static RunningGateway start(Path config, Path routes, Path log, int port, String... more)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                ProductionJar.unpacked().toString(),
                "run",
                "--config",
                config.toString(),
                "--root-of-trust",
                root(config),
                "--state",
                config.getParent().toString(),
                "--routes",
                routes.toAbsolutePath().toString()));
    command.addAll(List.of(more));
    return start(new ProcessBuilder(command), log, port);
  }

  /** Starts a command that becomes the gateway's process. */
  static RunningGateway start(ProcessBuilder command, Path log, int port) throws IOException {
    Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    // The gateway must also end when the test process is stopped.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new RunningGateway(process, log, port);
  }

  /** The fingerprint to which the demo's configuration bound itself. */
  static String root(Path config) throws IOException {
    return Files.readString(config.resolveSibling("root-of-trust")).strip();
  }

  /** Waits until its health check reports UP, or until it has ended. */
  void awaitUp() throws IOException {
    try {
      Awaitility.await("the gateway's health")
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(300))
          .until(() -> !process.isAlive() || health().contains("\"UP\""));
    } catch (ConditionTimeoutException e) {
      throw new IllegalStateException("The gateway is not well: " + said(), e);
    }
    if (!process.isAlive()) {
      throw new IllegalStateException("The gateway ended: " + said());
    }
  }

  private String health() throws InterruptedException {
    try {
      return get("/actuator/health").body();
    } catch (IOException e) {
      return "";
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Its output so far. */
  String said() throws IOException {
    return Files.readString(log);
  }

  /** Waits for its end and returns the exit code. */
  int ends(Duration within) throws InterruptedException {
    if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("The gateway still runs after " + within);
    }
    return process.exitValue();
  }

  /** Asks the process to stop, as {@code docker stop} does. */
  void stop() {
    process.destroy();
  }

  @Override
  public void close() {
    process.destroy();
    if (!process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join().isAlive()) {
      return;
    }
    process.destroyForcibly().onExit().join();
  }
}
