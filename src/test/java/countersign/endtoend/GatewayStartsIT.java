package countersign.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole application starts in a new folder, with every route. A relay or a scheduler that
 * stands still causes no error anywhere, but health tells of it.
 */
class GatewayStartsIT {
  private static final Duration SECONDS = Duration.ofSeconds(20);

  @TempDir private static Path folder;

  private static WholeGateway gateway;

  @BeforeAll
  static void starts() throws Exception {
    gateway = WholeGateway.start(folder.resolve("demo"));
  }

  @AfterAll
  static void stops() {
    gateway.close();
  }

  @Test
  void a_new_world_starts_with_every_route_and_answers_health() throws Exception {
    assertThat(gateway.bean(CamelContext.class).getRoutes().size()).isGreaterThanOrEqualTo(13);
    HttpResponse<String> health =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:"
                                + gateway.parts().place().httpPort()
                                + "/actuator/health"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
    assertThat(consumers(gateway))
        .isNotEmpty()
        .allSatisfy(
            consumer ->
                assertThat(consumer.getListenerContainer().isSessionTransacted())
                    .as("a message stays with the broker until its step has committed")
                    .isTrue())
        .extracting(consumer -> consumer.getListenerContainer().getDestinationName())
        .contains("lookup", "deliver", "DLQ.>");
  }

  @Test
  void a_relay_that_stopped_takes_health_down_until_it_runs_again() {
    SmartLifecycle relay = gateway.bean("relay", SmartLifecycle.class);
    tells("relay", "UP");
    relay.stop();
    tells("relay", "DOWN");
    relay.start();
    tells("relay", "UP");
  }

  @Test
  void a_scheduler_that_begins_no_task_takes_health_down_until_it_works_again() {
    Scheduler scheduler = gateway.bean(Scheduler.class);
    tells("scheduler", "UP");
    scheduler.pause();
    tells("scheduler", "DOWN");
    scheduler.resume();
    tells("scheduler", "UP");
  }

  private static void tells(String part, String status) {
    await(part + " is " + status)
        .atMost(SECONDS)
        .until(
            () -> {
              JsonNode health = health();
              return health.path("status").asString().equals(status)
                  && health.path("components").path(part).path("status").asString().equals(status);
            });
  }

  private static JsonNode health() throws IOException, InterruptedException {
    String login = "olsen:" + gateway.passwordOf("olsen");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.parts().url() + "/actuator/health"))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
            .build();
    return new JsonMapper()
        .readTree(
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static List<JmsConsumer> consumers(WholeGateway gateway) {
    return gateway.bean(CamelContext.class).getRoutes().stream()
        .map(Route::getConsumer)
        .filter(JmsConsumer.class::isInstance)
        .map(JmsConsumer.class::cast)
        .toList();
  }
}
