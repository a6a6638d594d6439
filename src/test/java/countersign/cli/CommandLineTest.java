package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What every command has in common: exit codes, and sentences instead of stack traces. */
class CommandLineTest {
  @TempDir Path folder;

  /**
   * How a command ended.
   *
   * @param exit 0 yes, 1 no, 2 misuse
   */
  record Ended(int exit, String out, String err) {}

  static Ended run(Object... arguments) {
    CommandLine command = CountersignCommand.commandLine();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit =
        command.execute(List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
    return new Ended(exit, out.toString(), err.toString());
  }

  @Test
  void an_unknown_command_is_misuse_and_near_ones_are_named() {
    Ended ended = run("seel");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("seel").contains("Did you mean: countersign");
  }

  @Test
  void no_command_is_misuse_and_all_are_named() {
    Ended ended = run();
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("Name a command.", "demo", "seal", "open", "send", "ledger");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "run",
        "check",
        "routes",
        "seal",
        "open",
        "send",
        "screen",
        "explain",
        "simulate",
        "ledger"
      })
  void each_command_explains_itself(String command) {
    Ended ended = run(command, "--help");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).startsWith("Usage: countersign " + command);
  }

  @Test
  void a_missing_option_is_misuse_and_named() {
    Ended ended = run("seal", "a.ndjson");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("--to").contains("--sign-with");
  }

  @Test
  void a_ledger_without_a_verb_is_misuse() {
    assertThat(run("ledger").exit()).isEqualTo(2);
  }

  @Test
  void a_log_key_that_is_none_is_named() throws IOException {
    Path key = Files.writeString(folder.resolve("ledger.pub"), "garbage");
    Ended ended = run("ledger", "verify", "--config", "config", "--log-key", key);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).startsWith(key + " is no log's public key").doesNotContain("\tat ");
  }

  @Test
  void sending_without_a_demo_says_what_to_do() {
    Ended ended = run("send", "a.pgp", "--connection", folder.resolve("connection.json"));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("connection.json", "Start the demo", "--host");
  }

  @Test
  void sending_names_a_connection_or_a_host_but_not_both() {
    Ended ended =
        run(
            "send",
            "a.pgp",
            "--connection",
            "c.json",
            "--host",
            "h",
            "--user",
            "u",
            "--identity",
            "i",
            "--host-key",
            "k");
    assertThat(ended.exit()).isEqualTo(2);
  }

  @Test
  void checking_tells_every_fault_at_once_and_says_no() {
    Ended ended = run("check", "--config", folder);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).contains("countersign.yaml", "posture.yaml", "would not start");
  }

  @Test
  void checking_for_a_machine_tells_what_is_wrong_first() {
    Ended ended = run("check", "--config", folder, "--json");
    assertThat(ended.out()).startsWith("{\n  \"problems\" : [ {\n    \"code\" : \"NO_INSTANCE\"");
    assertThat(ended.out()).containsSubsequence("\"warnings\"", "\"effectiveView\"", "\"today\"");
  }

  @Test
  void checking_the_shipped_configuration_says_yes() {
    Ended ended = run("check", "--config", "config");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("0 problems");
  }

  @Test
  void routes_are_told_with_their_steps() {
    Ended ended = run("routes");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("intake:", "direct:request -> open -> read");
  }
}
