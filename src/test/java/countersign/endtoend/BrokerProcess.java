package countersign.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.broker.BrokerFactory;
import org.apache.activemq.broker.BrokerService;
import org.awaitility.Awaitility;

/** ActiveMQ in a separate process, configured by {@code deploy/activemq/activemq.xml}. */
final class BrokerProcess implements AutoCloseable {
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
    int port = FreePort.find();
    Path configuration = Files.createDirectories(folder).resolve("activemq.xml");
    Files.writeString(
        configuration,
        Files.readString(Path.of("deploy/activemq/activemq.xml"))
            .replace("tcp://0.0.0.0:61616", "tcp://127.0.0.1:" + port)
            .replace("/run/secrets/activemq.properties", properties.toString()));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dactivemq.data=" + folder.resolve("data"),
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName())
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

  /** Entry point of the separate process. */
  public static void main(String[] arguments) throws Exception {
    BrokerService broker = BrokerFactory.createBroker("xbean:activemq.xml", true);
    broker.waitUntilStarted();
    new CountDownLatch(1).await();
  }

  int port() {
    return port;
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
