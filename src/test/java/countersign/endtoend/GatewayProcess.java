package countersign.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A gateway in a separate process, so that a test can kill it: the demo's gateway without traffic,
 * restarted on the same folder.
 */
final class GatewayProcess {
  private final Path folder;
  private final int http = FreePort.find();
  private final int sftp = FreePort.find();
  private final int database = FreePort.find();
  private Process process;

  GatewayProcess(Path folder) throws IOException {
    this.folder = folder;
  }

  /** Starts the process without waiting. */
  void launch() throws IOException {
    String classpath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    process =
        new ProcessBuilder(
                "java",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classpath,
                "-Dcountersign.project=" + Path.of("").toAbsolutePath(),
                "countersign.Countersign",
                "demo",
                "--idle",
                "--var",
                folder.toString(),
                "--http-port",
                String.valueOf(http),
                "--sftp-port",
                String.valueOf(sftp),
                "--database-port",
                String.valueOf(database))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("console.log").toFile()))
            .start();
  }

  /** Starts the process and waits until it is ready. */
  void start() throws IOException {
    launch();
    Awaitility.await("the gateway to be ready")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(250))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException(
                    "The gateway ended: " + Files.readString(folder.resolve("console.log")));
              }
              return ready();
            });
  }

  private boolean ready() {
    try {
      return Files.exists(home().resolve("connection.json"))
          && HttpClient.newHttpClient()
                  .send(
                      HttpRequest.newBuilder(
                              URI.create("http://127.0.0.1:" + http + "/actuator/health"))
                          .timeout(Duration.ofSeconds(2))
                          .build(),
                      HttpResponse.BodyHandlers.discarding())
                  .statusCode()
              == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** kill -9: the process cannot clean up. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Sends SIGTERM; returns the time until the process ended. */
  Duration stop() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Path home() {
    return folder.resolve("demo");
  }

  String databaseUrl() {
    return "jdbc:postgresql://127.0.0.1:" + database + "/countersign";
  }
}
