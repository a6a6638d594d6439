package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole application starts in a new folder, with every route, and stops again. */
class GatewayStartsIT {
  @TempDir Path folder;

  @Test
  void a_new_world_starts_with_every_route_and_answers_health() throws Exception {
    try (WholeGateway gateway = WholeGateway.start(folder.resolve("demo"))) {
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
  }

  private static List<JmsConsumer> consumers(WholeGateway gateway) {
    return gateway.bean(CamelContext.class).getRoutes().stream()
        .map(Route::getConsumer)
        .filter(JmsConsumer.class::isInstance)
        .map(JmsConsumer.class::cast)
        .toList();
  }
}
