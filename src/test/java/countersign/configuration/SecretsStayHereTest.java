package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whoever writes the documents cannot have a key sent to a server as its password. */
class SecretsStayHereTest {
  private static final String KEYSET = "{\"primaryKeyId\":7,\"key\":[{\"keyId\":7}]}";
  @TempDir Path directory;
  private ConfigurationFixtures world;

  @BeforeEach
  void prepare_a_valid_configuration() throws IOException {
    world = ConfigurationFixtures.shipped(directory.resolve("config"));
    Files.writeString(directory.resolve("root.keyset"), KEYSET);
    Files.writeString(directory.resolve("password"), "hunter2\n");
    world.edit("countersign.yaml", "/run/secrets/root_keyset", "../root.keyset");
  }

  @Test
  void no_setting_sends_a_key_as_a_password() throws IOException {
    String before = Files.readString(directory.resolve("config/countersign.yaml"));
    for (String setting : settings()) {
      world.write("countersign.yaml", before.replaceAll("(assword): \\{[^}]*}", "$1: { env: X }"));
      add(setting, "../root.keyset");

      assertThat(world.problems())
          .as(setting)
          .filteredOn(problem -> problem.code() == Problem.Code.NOT_A_PASSWORD)
          .extracting(Problem::path, Problem::found)
          .containsExactly(tuple(setting, "JSON, as in a keyset"));
    }
  }

  @Test
  void a_file_under_another_name_is_the_same_file() throws IOException {
    Files.createSymbolicLink(directory.resolve("soft"), directory.resolve("password"));
    Files.createLink(directory.resolve("hard"), directory.resolve("password"));
    for (String other : List.of("../password", "../config/../password", "../soft", "../hard")) {
      world = ConfigurationFixtures.shipped(directory.resolve("config"));
      world.edit("countersign.yaml", "/run/secrets/app", "../password");
      world.edit("countersign.yaml", "/run/secrets/records", other);

      assertThat(world.problems())
          .as(other)
          .extracting(Problem::toString)
          .containsExactly(
              "FILE_OF_TWO_PURPOSES  countersign.yaml · records.password.file · expected a file that no other setting names, found the file of countersign.yaml · database.password.file. Give each setting a file of its own. Until then no server is connected to.");
    }
  }

  @Test
  void a_key_file_is_no_password_file_of_another_document() throws IOException {
    world.edit("countersign.yaml", "/run/secrets/records", "/run/secrets/sftp_client_key");
    world.edit(
        "partners/dhs-ice.yaml", "/run/secrets/" + loginKey(), "/run/secrets/sftp_client_key");

    assertThat(world.findings())
        .contains("FILE_OF_TWO_PURPOSES partners/dhs-ice.yaml privateKeyFile");
  }

  @Test
  void a_parameter_that_loads_code_is_refused() throws IOException {
    world.edit("countersign.yaml", "5432/records", "5432/records?socketFactory=org.example.Evil");
    world.edit(
        "countersign.yaml",
        "maximumRedeliveries=6",
        "maximumRedeliveries=6&jms.trustAllPackages=true");

    assertThat(world.findings())
        .contains(
            "ADDRESS_SAYS_MORE countersign.yaml records.url",
            "ADDRESS_SAYS_MORE countersign.yaml broker.url");
  }

  private String loginKey() throws IOException {
    return Files.readString(directory.resolve("config/partners/dhs-ice.yaml"))
        .replaceAll("(?s).*privateKeyFile: /run/secrets/(\\S+).*", "$1");
  }

  /** Each setting of countersign.yaml that the schema knows as a secret in a file. */
  private static List<String> settings() throws IOException {
    List<String> settings = new ArrayList<>();
    collect(
        "",
        new JsonMapper().readTree(Files.readString(Path.of("config/schema/countersign.json"))),
        settings);
    assertThat(settings).contains("records.password", "notifications.mail.password");
    return settings.stream().map(setting -> setting + ".file").toList();
  }

  private static void collect(String path, JsonNode schema, List<String> settings) {
    if (schema.path("$ref").asString("").endsWith("/secret")) {
      settings.add(path);
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            entry ->
                collect(
                    path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                    entry.getValue(),
                    settings));
  }

  /** Names a file under a setting; sections that the document lacks are added without the rest. */
  private void add(String setting, String file) throws IOException {
    Path document = directory.resolve("config/countersign.yaml");
    JsonNode root = new YAMLMapper().readTree(Files.readString(document));
    JsonNode at = root;
    String[] keys = setting.split("\\.", -1);
    for (int i = 0; i < keys.length - 1; i++) {
      ObjectNode parent = (ObjectNode) at;
      boolean last = i == keys.length - 2;
      at = last || !parent.has(keys[i]) ? parent.putObject(keys[i]) : parent.get(keys[i]);
    }
    ((ObjectNode) at).put("file", file);
    Files.writeString(document, new YAMLMapper().writeValueAsString(root));
  }
}
