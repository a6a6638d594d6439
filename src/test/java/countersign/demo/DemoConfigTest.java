package countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.Authority;
import countersign.authority.Expression;
import countersign.configuration.Configuration;
import countersign.configuration.Trust;
import countersign.pgp.DetachedSignatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's configuration, which a person may edit or delete parts of. */
class DemoConfigTest {
  private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

  @TempDir Path home;

  @BeforeEach
  void the_demo_has_been_started_once() throws IOException {
    starts();
  }

  private Optional<String> starts() throws IOException {
    return new DemoConfig(Path.of("config"), home, new Keyring(home, NOW), NOW)
        .write(2222, 8080, 5709);
  }

  private Path config(String document) {
    return home.resolve("config").resolve(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"policy/rules.yaml", "registers/officers.yaml", "agreements/irs-ice-2025.yaml"})
  void a_deleted_document_is_written_and_signed_again(String document) throws IOException {
    Files.delete(config(document));

    assertThat(starts()).contains("Written again because they were missing: " + document);
    assertThat(starts()).isEmpty();

    Authority authority = authority();
    assertThat(authority.posture()).isPresent();
    assertThat(authority.officer("OFF-0417")).isPresent();
    assertThat(authority.agreement("irs-ice-2025")).isPresent();
  }

  @Test
  void the_demo_reviews_as_its_configuration_says() throws IOException {
    Path instance = config("countersign.yaml");
    Files.writeString(
        instance,
        Files.readString(instance)
            .replaceAll("controlCasesPerThousand: \\d+", "controlCasesPerThousand: 200")
            .replaceAll("samePairInARow: \\d+", "samePairInARow: 3"));
    assertThat(starts()).isEmpty();

    assertThat(DemoGateway.review(home.resolve("config")))
        .containsEntry("countersign.review.control-cases-per-thousand", 200)
        .containsEntry("countersign.review.same-pair-in-a-row", 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"posture.yaml", "posture.yaml posture.yaml.1.asc posture.yaml.2.asc"})
  void a_deleted_posture_stays_deleted_and_disclosure_stays_off(String deleted) throws IOException {
    for (String document : deleted.split(" ", -1)) {
      Files.delete(config(document));
    }

    assertThat(starts())
        .contains(
            "Disclosure is off, because posture.yaml was deleted. To get the demo's own back, delete %s and start again"
                .formatted(home.resolve("config")));

    assertThat(config("posture.yaml")).doesNotExist();
    assertThat(authority().posture()).isEmpty();
  }

  @Test
  void what_a_person_edited_stays() throws IOException {
    Path rules = config("policy/rules.yaml");
    Files.writeString(rules, Files.readString(rules) + "# mine\n");
    Files.delete(config("registers/officers.yaml"));

    starts();

    assertThat(Files.readString(rules)).endsWith("# mine\n");
  }

  private Authority authority() throws IOException {
    Configuration.Result result =
        Configuration.load(
            home.resolve("config"),
            new Trust(
                (document, signature, keys) ->
                    DetachedSignatures.signer(document, signature, keys, NOW),
                new DemoRoot(home, new Keyring(home, NOW)).fingerprint()),
            Expression::faults);
    assertThat(result).isInstanceOf(Configuration.Loaded.class);
    return Authority.of(((Configuration.Loaded) result).configuration());
  }
}
