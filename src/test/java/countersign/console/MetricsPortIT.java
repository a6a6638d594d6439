package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway whose configuration gives the meters a port of their own. */
@SpringBootTest(
    classes = ConsoleSlice.class,
    properties = {"countersign.slice=console", "management.server.address=127.0.0.1"},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class MetricsPortIT {
  @LocalServerPort private int port;

  @Value("${management.server.port}")
  private int metricsPort;

  @DynamicPropertySource
  static void a_free_port(DynamicPropertyRegistry properties) throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      int free = socket.getLocalPort();
      properties.add("management.server.port", () -> free);
    }
  }

  @Test
  void meters_need_no_account_on_their_own_port_and_nothing_else_is_there() throws Exception {
    assertThat(status(metricsPort, "/actuator/prometheus")).isEqualTo(200);
    assertThat(status(metricsPort, "/actuator/health")).isEqualTo(200);
    assertThat(status(metricsPort, "/actuator/env")).isEqualTo(401);
    assertThat(status(metricsPort, "/login")).isEqualTo(404);
    assertThat(status(metricsPort, "/api/v1/files")).isEqualTo(401);
    assertThat(status(port, "/actuator/prometheus")).isEqualTo(401);
  }

  private static int status(int port, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
