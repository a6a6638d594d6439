package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of a person at the host's shell without the root keyset and the gateway's key. */
class ShellCheatsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--spring.config.location=file:evil.yml",
        "--spring.datasource.url=jdbc:postgresql://evil/countersign",
        "--countersign.config-directory=evil",
        "--countersign.vault.root-keyset=evil",
        "--management.endpoints.web.exposure.include=*",
        "--logging.level.root=TRACE",
        "--camel.main.routes-include-pattern=file:evil.yaml",
        "--spring.profiles.active=evil",
        "evil"
      })
  void run_takes_no_setting_on_the_command_line(String argument) throws IOException {
    Copies.of(Path.of("config"), folder);

    CommandLineTest.Ended ended = CommandLineTest.run("run", "--config", folder, argument);

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).startsWith("Un").contains(argument);
  }

  @ParameterizedTest
  @CsvSource({
    "account create eve --role COUNTERSIGNER",
    "account create eve --roles FIRST_REVIEWER",
    "account enable eve",
    "account roles eve COUNSEL",
    "ledger seal",
    "ledger append",
    "ledger repair",
    "enrolment --write",
    "enrolment --sign",
    "migrate --undo",
    "approve DHS-ICE_T_20261124_0001/R-000001",
    "release DHS-ICE_T_20261124_0001/g1",
    "stop lift 1"
  })
  void no_command_decides_signs_or_enrols(String line) {
    CommandLineTest.Ended ended = CommandLineTest.run((Object[]) line.split(" "));

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).containsAnyOf("Unmatched", "Unknown", "Did you mean", "Usage");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a_root_keyset_that_is_away, /run/secrets/root_keyset, 'the root keyset'",
    "a_gateway_key_that_is_away, /run/secrets/gateway_key, 'the gateway''s OpenPGP key'"
  })
  void a_gateway_without_its_keys_does_not_start(String cheat, String file, String named)
      throws IOException {
    Copies.of(Path.of("config"), folder);
    Path instance = folder.resolve("countersign.yaml");
    Files.writeString(
        instance, Files.readString(instance).replace(file, folder.resolve("none").toString()));

    CommandLineTest.Ended ended = CommandLineTest.run("run", "--config", folder);

    assertThat(ended.exit()).as(cheat).isEqualTo(1);
    assertThat(ended.err()).contains("MISSING_SECRET  " + named);
  }
}
