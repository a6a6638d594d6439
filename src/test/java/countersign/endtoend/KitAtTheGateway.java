package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.demo.DemoWorld;
import countersign.kit.KitFixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Sends the files of the conformance kit to a gateway that a test has started. */
final class KitAtTheGateway {
  private final Path home;
  private final PlayedPartner partner;

  KitAtTheGateway(Path home, PlayedPartner partner) {
    this.home = home;
    this.partner = partner;
  }

  /** Every answer is the one that the kit names. */
  void isAnsweredAsExpected() throws IOException {
    String next = partner.asksAbout(1).id();
    List<KitFixtures.Sent> files =
        KitFixtures.files(
            DemoWorld.SEED,
            PlayedPartner.secret(home.resolve("secrets/gateway.sec.asc")),
            PlayedPartner.secret(home.resolve("partner/agency.sec.asc")),
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            Integer.parseInt(next.substring(next.lastIndexOf('_') + 1)));
    assertThat(files).hasSize(77);
    for (KitFixtures.Sent file : files) {
      partner.drops(file.name(), file.sealed());
    }
    List<String> wrong = new ArrayList<>();
    for (KitFixtures.Sent file : files) {
      JsonNode expected = file.acknowledgement();
      String id =
          expected.path("fileId").isNull()
              ? partner.unnamedId(file.sealed())
              : expected.path("fileId").asString();
      String found = answer(partner.acknowledgementOf(id));
      if (!found.equals(answer(expected))) {
        wrong.add(file.shows() + "\n  expected " + answer(expected) + "\n  found    " + found);
      }
    }
    assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
  }

  private static String answer(JsonNode document) {
    return Stream.of("fileId", "result", "fileCodes", "fileDetails", "counts", "refused", "held")
        .map(part -> document.path(part).toString())
        .toList()
        .toString();
  }
}
