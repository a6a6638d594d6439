package countersign.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import countersign.configuration.Instance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} and {@code run} say the same about the port of a gateway that runs. */
class HeldPortTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @TempDir Path directory;
  private HttpServer page;

  @BeforeEach
  void a_server_runs() throws IOException {
    page = HttpServer.create(new InetSocketAddress(HERE, 0), 5);
    page.start();
  }

  @AfterEach
  void it_stops() {
    page.stop(0);
  }

  private void answers(String text) {
    page.createContext(
        "/login",
        exchange -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private Instance instance(int port) throws IOException {
    String shipped = Files.readString(Path.of("config/countersign.yaml"));
    Files.writeString(
        directory.resolve("countersign.yaml"),
        shipped
            .replaceAll("//(database|broker):|tcp://broker:", "//127.0.0.1:")
            .replace("address: 0.0.0.0\n  port: 8080", "address: 127.0.0.1\n  port: " + port)
            .replaceAll("  metrics:\n.*\n.*\n", ""));
    return Instance.in(directory).orElseThrow();
  }

  private static List<String> ofPorts(List<String> sentences) {
    return sentences.stream().filter(one -> one.contains("console.port")).toList();
  }

  @Test
  void a_running_gateway_has_one_code_and_one_sentence() throws IOException {
    answers("<title>Sign in - Countersign</title>");
    Instance instance = instance(page.getAddress().getPort());

    Preflight check = Preflight.of(instance, true);
    Preflight run = Preflight.of(instance, false);

    assertThat(ofPorts(check.warnings()))
        .containsExactly(
            "PORT_HELD  console.port · a gateway with this configuration runs at 127.0.0.1:%d. Stop it before you start another one."
                .formatted(page.getAddress().getPort()))
        .isEqualTo(ofPorts(run.obstacles()));
    assertThat(ofPorts(check.obstacles())).isEmpty();
  }

  @Test
  void another_program_prevents_the_start_in_both() throws IOException {
    answers("Welcome");
    Instance instance = instance(page.getAddress().getPort());

    assertThat(ofPorts(Preflight.of(instance, true).obstacles()))
        .singleElement()
        .asString()
        .startsWith("PORT_TAKEN  console.port · ");
    assertThat(ofPorts(Preflight.of(instance, false).obstacles())).hasSize(1);
  }

  @Test
  void a_free_port_is_well() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
      free = socket.getLocalPort();
    }
    Preflight check = Preflight.of(instance(free), true);

    assertThat(ofPorts(check.obstacles())).isEmpty();
    assertThat(ofPorts(check.warnings())).isEmpty();
  }
}
