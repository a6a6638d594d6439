package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The effective view shows every value of a configuration except its secrets. */
class EffectiveViewTest {
  @TempDir Path directory;

  @Test
  void it_shows_every_document_with_its_standing_its_hash_and_every_value() throws IOException {
    List<String> view = ConfigurationFixtures.signed(directory).configuration().effectiveView();

    assertThat(view)
        .contains(
            "  console.port = 8080",
            "  database.password.file = /run/secrets/app",
            "  schedule.answerWithin = 30 days",
            "  statutes[1].facts[0] = travelDocumentRequestedOn",
            "  delegations = none")
        .anyMatch(line -> line.matches("posture\\.yaml  ADOPTED  sha256 [0-9a-f]{64}"))
        .anyMatch(line -> line.matches("countersign\\.yaml  NEEDS_NONE  sha256 [0-9a-f]{64}"));
  }

  @Test
  void every_value_that_looks_like_a_password_is_masked() {
    assertThat(EffectiveView.masked("jdbc:x://h/db?user=me&password=hunter2&ssl=true"))
        .isEqualTo("jdbc:x://h/db?user=me&password=********&ssl=true");
    assertThat(EffectiveView.masked("tcp://me:hunter2@broker:61616"))
        .isEqualTo("tcp://me:********@broker:61616");
  }
}
