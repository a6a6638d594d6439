package countersign.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.configuration.Instance;
import countersign.configuration.Trust;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of somebody's own that speaks PostgreSQL and asks for the password in clear text. */
class ClearTextServerTest {
  private static final int SSL = 80877103;
  private static final int GSS = 80877104;
  @TempDir Path directory;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicReference<String> sent = new AtomicReference<>("");
  private final CountDownLatch asked = new CountDownLatch(1);
  private ServerSocket server;

  @BeforeEach
  void start_the_server() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "clear-text server");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void stop_the_server() throws IOException {
    server.close();
  }

  @Test
  void a_password_is_not_sent_in_clear_text() throws Exception {
    Path password = Files.writeString(directory.resolve("password"), "hunter2\n");
    Instance.Login login = new Instance.Login(url(), "reader", new Instance.Secret(password, null));

    assertThatThrownBy(() -> ConfiguredParts.connect("records", login).close())
        .isInstanceOf(ConfiguredParts.NotReached.class);
    asked.await();
    assertThat(sent.get()).isEmpty();
  }

  @Test
  void a_key_is_not_even_read_as_a_password() throws Exception {
    Path keyset = Files.writeString(directory.resolve("k"), "{\"primaryKeyId\":7,\"key\":[]}");
    Instance.Login login = new Instance.Login(url(), "reader", new Instance.Secret(keyset, null));

    assertThatThrownBy(() -> ConfiguredParts.connect("records", login).close())
        .hasMessageStartingWith("NOT_A_PASSWORD  password of records · ")
        .hasMessageNotContaining("primaryKeyId");
    assertThat(connections).hasValue(0);
  }

  @Test
  void check_connects_to_no_server_if_a_password_is_none() throws Exception {
    Path config = directory.resolve("config");
    copy(Path.of("config"), config);
    Path keyset = Files.writeString(directory.resolve("k"), "{\"primaryKeyId\":7,\"key\":[]}");
    Path yaml = config.resolve("countersign.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace("jdbc:postgresql://database:5432/records", url())
            .replace("jdbc:postgresql://database:5432/countersign", url())
            .replace("/run/secrets/records", keyset.toString()));
    ConfigurationCheck check =
        ConfigurationCheck.of(config, Trust.NOBODY, Instant.parse("2026-11-30T00:00:00Z"));

    Readiness ready =
        Readiness.of(config, check, Path.of("routes"), new Readiness.Machine(true, false, true));

    assertThat(ready.problems()).extracting(CheckFinding::code).contains("NOT_A_PASSWORD");
    assertThat(Connections.of(config, check.problems()))
        .extracting(CheckFinding::code)
        .containsExactly("NOT_TRIED");
    assertThat(connections).hasValue(0);
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:%d/records".formatted(server.getLocalPort());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket one = server.accept()) {
        connections.incrementAndGet();
        ask(one).ifPresent(sent::set);
        asked.countDown();
      } catch (IOException e) {
        asked.countDown(); // the client closed the connection without an answer
      }
    }
  }

  /** The password that a client sends. */
  private static Optional<String> ask(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    while (true) {
      byte[] rest = new byte[in.readInt() - 4];
      in.readFully(rest);
      int code = java.nio.ByteBuffer.wrap(rest).getInt();
      if (code != SSL && code != GSS) {
        break;
      }
      client.getOutputStream().write('N');
    }
    client.getOutputStream().write(new byte[] {'R', 0, 0, 0, 8, 0, 0, 0, 3});
    if (in.read() != 'p') {
      return Optional.empty();
    }
    byte[] password = new byte[in.readInt() - 4];
    in.readFully(password);
    return Optional.of(new String(password, StandardCharsets.UTF_8));
  }
}
