package countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CountersignCommand;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files that {@code secrets} creates for {@code docker-compose.yml}. */
class SecretsCommandTest {
  private static final Set<String> PUBLIC =
      Set.of("gateway.pub.asc", "authorized_keys", "known_hosts");

  @TempDir Path folder;

  private Path secrets() {
    return folder.resolve("secrets");
  }

  @Test
  void it_creates_every_file_that_the_compose_file_names_and_only_the_owner_can_read_it()
      throws IOException {
    assertThat(run()).startsWith("0 ");
    JsonNode compose =
        new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile()).get("secrets");
    Set<String> named = new TreeSet<>(Set.of("gateway.pub.asc"));
    compose.forEach(
        secret -> named.add(secret.get("file").asString().substring("var/secrets/".length())));
    assertThat(files().stream().map(file -> secrets().relativize(file).toString()))
        .containsExactlyInAnyOrderElementsOf(named);
    for (Path file : files()) {
      boolean open = PUBLIC.contains(file.getFileName().toString());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo(open ? "rw-r--r--" : "rw-------");
    }
  }

  @Test
  void each_service_has_the_passwords_of_its_roles_alone_and_no_two_roles_share_one()
      throws IOException {
    run();
    Set<String> passwords = new TreeSet<>();
    for (String place :
        List.of("migrate/owner", "gateway/app", "gateway/accounts", "gateway/records")) {
      String password = Files.readString(secrets().resolve(place));
      assertThat(secrets().resolve("database/" + place.split("/", -1)[1])).hasContent(password);
      passwords.add(password);
    }
    assertThat(secrets().resolve("gateway/owner")).doesNotExist();
    passwords.add(Files.readString(secrets().resolve("database/postgres")));
    passwords.add(Files.readString(secrets().resolve("gateway/broker")));
    assertThat(passwords).hasSize(6).allMatch(password -> password.length() >= 20);
    assertThat(secrets().resolve("broker/activemq.properties"))
        .hasContent("gateway.password=" + Files.readString(secrets().resolve("gateway/broker")));
  }

  @Test
  void partners_can_use_the_gateways_key() throws IOException {
    run();
    try (InputStream in = Files.newInputStream(secrets().resolve("gateway/gateway.sec.asc"))) {
      assertThat(SecretKey.parse(in, null).unfitAsGateway(Instant.now().plusSeconds(1))).isEmpty();
    }
    assertThat(secrets().resolve("gateway/known_hosts"))
        .content()
        .startsWith("[sftp-dhs-ice]:2222 ssh-ed25519 ");
  }

  @Test
  void a_second_run_says_no_and_changes_nothing() throws IOException {
    run();
    String before = Files.readString(secrets().resolve("gateway/root.keyset"));
    assertThat(run()).startsWith("1 SECRETS_THERE").contains("nothing in it is overwritten");
    assertThat(secrets().resolve("gateway/root.keyset")).hasContent(before);
  }

  @Test
  void a_host_without_a_port_is_misuse_and_creates_nothing() {
    assertThat(run("--sftp-host", "drop-box")).startsWith("2 ").contains("HOST:PORT");
    assertThat(secrets()).doesNotExist();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(secrets())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private String run(String... more) {
    StringWriter said = new StringWriter();
    CommandLine command =
        CountersignCommand.commandLine()
            .setErr(new PrintWriter(said, true))
            .setOut(new PrintWriter(said, true));
    List<String> words = new ArrayList<>(List.of("secrets", "--into", secrets().toString()));
    words.addAll(List.of(more));
    return command.execute(words.toArray(String[]::new)) + " " + said;
  }
}
