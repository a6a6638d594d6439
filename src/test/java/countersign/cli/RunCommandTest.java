package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Messages of {@code run} when it cannot start. */
class RunCommandTest {
  @TempDir Path folder;

  @Test
  void every_missing_secret_is_reported_in_one_run() throws IOException {
    assertThat(run(shipped("")))
        .startsWith("1 ")
        .contains("password of database ·")
        .contains("password of records ·")
        .contains("the root keyset ·")
        .contains("the gateway's OpenPGP key ·")
        .contains("NOT_REACHED  broker ·")
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
  }

  @Test
  void every_problem_of_the_configuration_is_reported_in_one_run() throws IOException {
    assertThat(run(shipped("port: 808080\nwords: 1\n")))
        .startsWith("1 ")
        .contains("UNKNOWN_KEY  countersign.yaml · words")
        .contains("UNKNOWN_KEY  countersign.yaml · port")
        .doesNotContain("\tat ");
  }

  @Test
  void a_configuration_that_names_the_owner_of_the_tables_is_refused() throws IOException {
    Path config = shipped("");
    Path instance = config.resolve("countersign.yaml");
    Files.writeString(
        instance,
        Files.readString(instance)
            .replace(
                "  user: countersign_app\n",
                "  user: countersign_app\n  ownerUser: countersign_owner\n  ownerPassword: { env: OWNER }\n"));
    assertThat(run(config))
        .startsWith("1 ")
        .contains("UNKNOWN_KEY  countersign.yaml · database.ownerUser")
        .contains("UNKNOWN_KEY  countersign.yaml · database.ownerPassword");
  }

  @Test
  void a_sign_in_without_its_provider_is_not_replaced_by_a_weaker_one() throws IOException {
    Path config = shipped("");
    Path instance = config.resolve("countersign.yaml");
    Files.writeString(
        instance, Files.readString(instance).replace("signIn: PASSWORD", "signIn: OIDC"));
    assertThat(run(config))
        .startsWith("1 ")
        .contains(
            "WRONG_VALUE  countersign.yaml · console.oidc, line 23 · expected the identity provider, found none");
  }

  @Test
  void production_has_no_reload_of_routes_for_development() throws IOException {
    Path config = shipped("");
    Path instance = config.resolve("countersign.yaml");
    Files.writeString(
        instance, Files.readString(instance).replace("environment: T", "environment: P"));

    CommandLines.Ended refused = CommandLines.run("run", "--dev", "--config", config);

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err().lines())
        .containsExactly(
            "NOT_IN_PRODUCTION  --dev · in environment P no route is replaced while it runs. Leave --dev out.");
  }

  private String run(Path config) {
    StringWriter said = new StringWriter();
    CommandLine command = CountersignCommand.commandLine().setErr(new PrintWriter(said, true));
    int exit = command.execute("run", "--config", config.toString(), "--routes", "routes");
    return exit + " " + said;
  }

  private Path shipped(String more) throws IOException {
    Copies.of(Path.of("config"), folder.resolve("config"));
    Path instance = folder.resolve("config/countersign.yaml");
    Files.writeString(instance, Files.readString(instance) + more);
    return folder.resolve("config");
  }
}
