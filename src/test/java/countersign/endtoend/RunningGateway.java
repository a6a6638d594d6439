package countersign.endtoend;

import countersign.Countersign;
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
public final class RunningGateway implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final int port;

  private RunningGateway(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts the process without waiting until it answers. */
  public static RunningGateway start(Path config, Path log, int port, String... more)
      throws IOException {
    return start(new ProcessBuilder(command(config, config.getParent(), more)), log, port);
  }

  /** The same with other routes. */
  static RunningGateway start(Path config, Path routes, Path log, int port, String... more)
      throws IOException {
    return start(
        new ProcessBuilder(command(config, routes, config.getParent(), List.of(more))), log, port);
  }

  /** The command that runs the jar, or the compiled classes where no build has made a jar. */
  public static List<String> command(Path config, Path state, String... more) throws IOException {
    return command(config, Path.of("routes"), state, List.of(more));
  }

  private static List<String> command(Path config, Path routes, Path state, List<String> more)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    if (System.getProperty("countersign.jar") == null) {
      command.addAll(List.of("-cp", BrokerProcess.classPath(), Countersign.class.getName()));
    } else {
      command.addAll(List.of("-jar", ProductionJar.unpacked().toString()));
    }
    command.addAll(List.of("run", "--config", config.toString()));
    command.addAll(List.of("--root-of-trust", root(config), "--state", state.toString()));
    command.addAll(List.of("--routes", routes.toAbsolutePath().toString()));
    command.addAll(more);
    return command;
  }

  /** Starts a command that becomes the gateway's process. */
  public static RunningGateway start(ProcessBuilder command, Path log, int port)
      throws IOException {
    Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    // The gateway must also end when the test process is stopped.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new RunningGateway(process, log, port);
  }

  /** The fingerprint to which the demo's configuration bound itself. */
  public static String root(Path config) throws IOException {
    return Files.readString(config.resolveSibling("root-of-trust")).strip();
  }

  /** Waits until its health check reports UP, or until it has ended. */
  public void awaitUp() throws IOException {
    awaitUp(Duration.ofSeconds(90));
  }

  /** Waits so long at most until its health check reports UP, or until it has ended. */
  public void awaitUp(Duration longest) throws IOException {
    try {
      Awaitility.await("the gateway's health")
          .atMost(longest)
          .pollInterval(Duration.ofMillis(300))
          .until(() -> !process.isAlive() || isUp());
    } catch (ConditionTimeoutException e) {
      throw new IllegalStateException("The gateway is not well: " + said(), e);
    }
    if (!process.isAlive()) {
      throw new IllegalStateException("The gateway ended: " + said());
    }
  }

  /** Whether its health check reports UP. */
  public boolean isUp() throws InterruptedException {
    return health().contains("\"UP\"");
  }

  private String health() throws InterruptedException {
    try {
      return get("/actuator/health").body();
    } catch (IOException e) {
      return "";
    }
  }

  /** Asks for a page of the port with its meters. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** Its process. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Its output so far. */
  public String said() throws IOException {
    return Files.readString(log);
  }

  /** Waits for its end and returns the exit code. */
  public int ends(Duration within) throws InterruptedException {
    if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("The gateway still runs after " + within);
    }
    return process.exitValue();
  }

  /** Asks the process to stop, as {@code docker stop} does. */
  public void stop() {
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
