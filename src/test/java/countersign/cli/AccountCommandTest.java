package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line makes no account of its own. */
class AccountCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"create", "reset"})
  void an_account_that_no_signed_register_names_is_not_made(String step) {
    CommandLines.Ended ended =
        CommandLines.run("account", step, "eve", "--config", Path.of("config"));

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .doesNotContain("Usage:")
        .contains("NOT_AN_ADMINISTRATOR  registers/enrolment.yaml · administrators · expected eve");
  }

  @Test
  void an_unsigned_register_names_nobody() throws IOException {
    Path config = folder.resolve("config");
    Copies.of(Path.of("config"), config);
    Path register = config.resolve("registers/enrolment.yaml");
    Files.writeString(register, Files.readString(register) + "administrators: [eve]\n");

    CommandLines.Ended ended = CommandLines.run("account", "create", "eve", "--config", config);

    assertThat(ended.err()).contains("NOT_AN_ADMINISTRATOR").doesNotContain("UNKNOWN_KEY");
  }

  @Test
  void no_option_gives_a_role() {
    assertThat(CommandLines.run("account", "create", "eve", "--role", "COUNTERSIGNER").err())
        .contains("Unknown option");
  }
}
