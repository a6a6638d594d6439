package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database stops to answer without closing a connection: what people and probes look at answers
 * within a second and says so.
 */
class FrozenPartsIT {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private static Path folder;

  private static WholeGateway gateway;

  @BeforeAll
  static void starts() throws Exception {
    gateway =
        WholeGateway.start(
            folder.resolve("demo"),
            config -> {},
            "--spring.datasource.hikari.data-source-properties.socketTimeout=4");
  }

  @AfterAll
  static void stops() {
    gateway.close();
  }

  @Test
  void a_frozen_database_keeps_no_probe_and_no_page_waiting() throws Exception {
    await("health").atMost(Duration.ofSeconds(30)).until(() -> look("/actuator/health") == 200);
    List<Long> frozen = postgres();
    signal("-STOP", frozen);
    try {
      await("the gateway to notice").atMost(Duration.ofSeconds(5)).until(() -> says(false, 503));
      for (int i = 0; i < 10; i++) {
        long begun = System.nanoTime();
        assertThat(look("/actuator/health")).isEqualTo(503);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SECOND);
        begun = System.nanoTime();
        assertThat(body("/api/v1/queues")).contains("DATABASE_DOWN");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SECOND);
        begun = System.nanoTime();
        assertThat(body("/queues")).contains("DATABASE_DOWN");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SECOND);
      }
    } finally {
      signal("-CONT", frozen);
    }
    await("the gateway to go on").atMost(Duration.ofSeconds(30)).until(() -> says(true, 200));
    assertThat(body("/api/v1/queues")).contains("\"ageSeconds\":0");
  }

  @Test
  void a_statement_that_runs_when_the_database_freezes_ends_after_the_time_that_is_set()
      throws Exception {
    assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
        .contains("socketTimeout: \"900\"");
    await("health").atMost(Duration.ofSeconds(30)).until(() -> look("/actuator/health") == 200);
    try (Connection connection = gateway.bean(DataSource.class).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select 1");
      List<Long> frozen = postgres();
      signal("-STOP", frozen);
      try {
        long begun = System.nanoTime();
        assertThatThrownBy(() -> statement.execute("select 1")).isInstanceOf(SQLException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
      } finally {
        signal("-CONT", frozen);
      }
    }
    await("the gateway to go on").atMost(Duration.ofSeconds(30)).until(() -> says(true, 200));
  }

  private static boolean says(boolean up, int status) throws IOException, InterruptedException {
    return look("/actuator/health") == status && (look("/api/v1/queues") == 200) == up;
  }

  private static int look(String path) throws IOException, InterruptedException {
    return sent(path).statusCode();
  }

  private static String body(String path) throws IOException, InterruptedException {
    return sent(path).body();
  }

  private static HttpResponse<String> sent(String path) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + gateway.parts().place().httpPort() + path))
            .timeout(Duration.ofSeconds(20));
    if (!path.startsWith("/actuator")) {
      String login = "olsen:" + gateway.passwordOf("olsen");
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The server process of this gateway's database and its children. */
  private static List<Long> postgres() throws IOException {
    Path pid = folder.resolve("demo/postgres/data/postmaster.pid");
    try (Stream<Path> found = Files.walk(folder.resolve("demo"))) {
      pid = found.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElse(pid);
    }
    long postmaster = Long.parseLong(Files.readAllLines(pid).get(0).strip());
    ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
    return Stream.concat(Stream.of(server), server.descendants()).map(ProcessHandle::pid).toList();
  }

  private static void signal(String signal, List<Long> processes)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of("kill", signal), processes.stream().map(String::valueOf)).toList();
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
