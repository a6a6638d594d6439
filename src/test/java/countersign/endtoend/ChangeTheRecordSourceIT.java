package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.recordsource.QueuePartner;
import countersign.testkit.PlayedSource;
import countersign.testkit.RequestFile;
import countersign.testkit.WebService;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * The guide docs/guides/change-the-record-source.md, word for word: a request of the partner is
 * looked up at another source, and its case waits for the first reviewer.
 */
@ExtendWith(OutputCaptureExtension.class)
class ChangeTheRecordSourceIT {
  private static final String PAGE = "change-the-record-source.md";
  private static final int SAME_FILES = 2;
  @TempDir Path folder;

  @Test
  void a_web_service_takes_the_place_of_the_database(CapturedOutput printed) throws Exception {
    Guide guide = new Guide(PAGE, "A web service", folder.resolve("routes"));
    try (WebService service = new WebService(folder.resolve("service"));
        WholeGateway gateway =
            WholeGateway.integrated(
                folder.resolve("demo"),
                guide.routes(),
                config -> {
                  guide.configures(
                      config, 0, service.inPlaceOf("https://records.example/find", "records"));
                  guide.replacesTheRoute("addresses", "pipeline.camel.yaml", 1);
                  guide.types(config);
                })) {
      service.answers(200, source(gateway, "Sourceway"));

      assertThat(draftOf(gateway)).contains("SOURCEWAY");
      assertThat(service.headers()).isNotEmpty();
    }
    assertThat(guide.touched()).hasSize(SAME_FILES);
    assertThat(guide.typed()).hasSize(1);
    assertThat(printed.getAll()).doesNotContainIgnoringCase("Sourceway");
  }

  @Test
  void a_queue_takes_the_place_of_the_database(CapturedOutput printed) throws Exception {
    Guide guide = new Guide(PAGE, "A queue", folder.resolve("routes"));
    Path key = Files.writeString(folder.resolve("key"), QueuePartner.newKey());
    try (WholeGateway gateway =
            WholeGateway.integrated(
                folder.resolve("demo"),
                guide.routes(),
                config -> {
                  guide.configures(
                      config, 0, Map.of("/run/secrets/records_queue_key", key.toString()));
                  guide.replacesTheRoute("addresses", "pipeline.camel.yaml", 1);
                  guide.types(config);
                });
        QueuePartner partner =
            new QueuePartner(
                gateway.bean(ConnectionFactory.class),
                "records.find-addresses",
                key,
                "2026-1",
                source(gateway, "Queueway"))) {
      assertThat(draftOf(gateway)).contains("QUEUEWAY");
      assertThat(partner.seen())
          .isNotEmpty()
          .allSatisfy(seen -> assertThat(seen).contains("persistent=false expires=true"))
          .noneMatch(seen -> seen.contains("Queueway"));
    }
    assertThat(guide.touched()).hasSize(SAME_FILES);
    assertThat(guide.typed()).hasSize(1);
    assertThat(printed.getAll()).doesNotContainIgnoringCase("Queueway");
  }

  /** The draft of a request that the partner sends now, as the first reviewer sees it. */
  private static String draftOf(WholeGateway gateway) throws IOException, InterruptedException {
    RequestFile file = PlayedPartner.of(gateway).sendsAFile();
    Desk desk = new Desk(gateway);
    var item = desk.waitingFor("adams", file.id());
    String draft =
        desk.get("adams", "/requests/" + file.id() + "/" + item.path("requestId").asString())
            .path("draft")
            .asString();
    return new String(
        java.util.Base64.getDecoder().decode(draft), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The people of the demo, each with a newer address that the database does not have. */
  private static UnaryOperator<byte[]> source(WholeGateway gateway, String mark)
      throws IOException {
    Path people = gateway.parts().place().home().resolve("people.csv");
    return PlayedSource.moved(people, mark)::bytes;
  }
}
