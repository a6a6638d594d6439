package countersign.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.broker.BrokerFactory;
import org.apache.activemq.broker.BrokerService;
import org.awaitility.Awaitility;

/** ActiveMQ in a separate process, configured by {@code deploy/activemq/activemq.xml}. */
public final class BrokerProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  private BrokerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts the broker as its image does, on another port, with its data in this folder.
   *
   * @param properties the secret file that its image mounts
   */
  static BrokerProcess start(Path folder, Path properties) throws IOException {
    return start(folder, properties, FreePort.find(), List.of());
  }

  /**
   * Starts the broker on this port.
   *
   * @param before words of the command before its own, for example to run it in another namespace
   */
  public static BrokerProcess start(Path folder, Path properties, int port, List<String> before)
      throws IOException {
    Path configuration = Files.createDirectories(folder).resolve("activemq.xml");
    Files.writeString(
        configuration,
        Files.readString(Path.of("deploy/activemq/activemq.xml"))
            .replace("tcp://0.0.0.0:61616", "tcp://127.0.0.1:" + port)
            .replace("/run/secrets/activemq.properties", properties.toString()));
    Process process =
        new ProcessBuilder(Stream.concat(before.stream(), command(folder).stream()).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("activemq.log").toFile())
            .start();
    // The broker must also end when the test process is stopped.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    BrokerProcess broker = new BrokerProcess(process, port);
    Awaitility.await("ActiveMQ on port " + port)
        .atMost(Duration.ofSeconds(40))
        .until(() -> !process.isAlive() || broker.answers());
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(folder.resolve("activemq.log")));
    }
    return broker;
  }

  private static List<String> command(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-Dactivemq.data=" + folder.resolve("data"),
        "-cp",
        classPath(),
        BrokerProcess.class.getName());
  }

  static String classPath() {
    return Stream.of(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(":"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(":"));
  }

  /** Entry point of the separate process. */
  public static void main(String[] arguments) throws Exception {
    BrokerService broker = BrokerFactory.createBroker("xbean:activemq.xml", true);
    broker.waitUntilStarted();
    broker.waitUntilStopped(); // it stops itself when its store cannot be written
    System.exit(1);
  }

  /** Port of the broker. */
  public int port() {
    return port;
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Its process. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
