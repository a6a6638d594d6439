package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import countersign.pgp.KeyMaker;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Common behaviour of all commands: exit codes, and sentences instead of stack traces. */
class CommandLineTest {
  @TempDir Path folder;

  /**
   * Result of a command.
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
  void an_unknown_command_is_misuse_and_similar_ones_are_named() {
    Ended ended = run("seel");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("seel").contains("Did you mean: countersign");
  }

  @Test
  void a_missing_command_is_misuse_and_all_commands_are_named() {
    Ended ended = run();
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("Name a command.", "demo", "seal", "open", "send", "ledger");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "run",
        "migrate",
        "check",
        "routes",
        "seal",
        "open",
        "send",
        "example",
        "screen",
        "explain",
        "simulate",
        "ledger"
      })
  void each_command_has_a_help_text(String command) {
    Ended ended = run(command, "--help");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).startsWith("Usage: countersign " + command);
  }

  @Test
  void a_command_of_the_demo_jar_without_a_provider_names_that_jar_and_is_misuse() {
    CommandLine command = new CommandLine(new CheckCommand());
    DemoJarOnly.addMissing(command);
    StringWriter err = new StringWriter();
    command.setErr(new PrintWriter(err));
    for (String name : List.of("demo", "seed")) {
      err.getBuffer().setLength(0);
      assertThat(command.execute(name, "--idle", "x")).isEqualTo(2);
      assertThat(err.toString()).startsWith("This jar has no command " + name + ".");
    }
  }

  @Test
  void a_missing_option_is_misuse_and_named() {
    Ended ended = run("seal", "a.ndjson");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("--to").contains("--sign-with");
  }

  @Test
  void ledger_without_a_subcommand_is_misuse() {
    assertThat(run("ledger").exit()).isEqualTo(2);
  }

  @Test
  void an_invalid_log_key_is_named() throws IOException {
    Path key = Files.writeString(folder.resolve("ledger.pub"), "garbage");
    Ended ended = run("ledger", "verify", "--config", "config", "--log-key", key);
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith(key + " is not the public key of a ledger")
        .doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"explain DHS-ICE_T_20261124_0001/R-1", "simulate --rules r", "ledger verify"})
  void a_question_without_an_answer_ends_with_2_and_names_the_demo_that_it_was_told(String line) {
    List<Object> words = new ArrayList<>(List.of(line.split(" ", -1)));
    words.addAll(List.of("--var", folder));
    Ended ended = run(words.toArray());
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).startsWith("There is no demo in " + folder.resolve("demo"));
    words.addAll(List.of("--config", folder));
    assertThat(run(words.toArray()).err()).contains("mutually exclusive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "run",
        "account list",
        "enrolment",
        "signatories fingerprint",
        "screen x.req.csv",
        "seed",
        "migrate"
      })
  void every_command_with_a_configuration_takes_that_of_a_demo_and_names_a_missing_folder(
      String line) {
    List<Object> words = new ArrayList<>(List.of(line.split(" ", -1)));
    words.addAll(List.of("--var", folder));
    Ended ended = run(words.toArray());
    assertThat(ended.exit()).isNotZero();
    assertThat(ended.err())
        .startsWith("The directory " + folder.resolve("demo/config") + " does not exist.");
  }

  @Test
  void a_directory_is_no_request_file() {
    Ended ended = run("screen", folder, "--config", "config");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).startsWith(folder + " is a directory. Name a request file");
  }

  @Test
  void a_server_that_does_not_answer_is_called_that() throws IOException, JSchException {
    Path identity = folder.resolve("id");
    KeyPair.genKeyPair(new JSch(), KeyPair.RSA, 2048).writePrivateKey(identity.toString());
    SecretKey key = KeyMaker.make("me", Clock.systemUTC().instant(), Duration.ofDays(1));
    Path sealed = folder.resolve("a.pgp");
    try (OutputStream out = Files.newOutputStream(sealed);
        OutputStream plain =
            new Sealer(key).seal(out, List.of(key.certificate()), Clock.systemUTC().instant())) {
      plain.write('x');
    }
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Ended ended =
        run(
            "send",
            sealed,
            "--host",
            "127.0.0.1",
            "--port",
            free,
            "--user",
            "u",
            "--identity",
            identity,
            "--host-key",
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).startsWith("NOT_REACHED  127.0.0.1:" + free + " does not answer");
  }

  @Test
  void sending_without_a_demo_says_what_to_do() {
    Ended ended = run("send", "a.pgp", "--connection", folder.resolve("connection.json"));
    assertThat(ended.exit()).isEqualTo(2);
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
  void check_reports_every_problem_and_says_no() {
    Ended ended = run("check", "--config", folder);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).contains("countersign.yaml", "posture.yaml", "would not start");
  }

  @Test
  void check_with_json_prints_the_problems_first() {
    Ended ended = run("check", "--config", folder, "--json");
    assertThat(ended.out()).startsWith("{\n  \"problems\" : [ {\n    \"code\" : \"NO_INSTANCE\"");
    assertThat(ended.out()).containsSubsequence("\"warnings\"", "\"effectiveView\"", "\"today\"");
  }

  @Test
  void check_of_the_shipped_configuration_says_yes() {
    Ended ended = run("check", "--files", "--config", "config");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("0 problems");
  }

  @Test
  void routes_prints_every_route_with_its_steps() {
    Ended ended = run("routes");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("intake:", "|--> [open] --> [read]");
  }
}
