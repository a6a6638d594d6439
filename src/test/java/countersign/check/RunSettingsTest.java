package countersign.check;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.Copies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every setting in {@code countersign.yaml} has an effect. */
class RunSettingsTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** Keys that are read when documents are checked and are not passed on. */
  private static final Set<String> ELSEWHERE = Set.of("id", "environment", "intake");

  @TempDir Path folder;

  @Test
  void every_value_of_the_schema_changes_the_settings_of_the_gateway() throws IOException {
    JsonNode schema = YAML.readTree(Path.of("config/schema/countersign.json").toFile());
    Map<String, Object> before = settings(shipped());
    Set<String> vain = new TreeSet<>();
    for (Map.Entry<String, JsonNode> part : schema.get("properties").properties()) {
      if (!ELSEWHERE.contains(part.getKey())) {
        for (Map.Entry<String, JsonNode> field : part.getValue().path("properties").properties()) {
          ObjectNode changed = shipped();
          change(changed.withObjectProperty(part.getKey()), field.getKey());
          if (settings(changed).equals(before)) {
            vain.add(part.getKey() + "." + field.getKey());
          }
        }
      }
    }
    assertThat(vain).isEmpty();
  }

  @Test
  void every_setting_is_read_by_some_part() throws IOException {
    String readers = text(Path.of("src/main/java")) + text(Path.of("routes"));
    Set<String> unread =
        settings(shipped()).keySet().stream()
            .filter(name -> name.startsWith("countersign."))
            .filter(name -> !readers.contains("${" + name) && !readers.contains("{{" + name))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unread).isEmpty();
  }

  @Test
  void meters_without_an_address_are_for_this_machine_only() throws IOException {
    ObjectNode instance = shipped();
    ((ObjectNode) instance.get("console")).putObject("metrics").put("port", 4711);

    assertThat(settings(instance)).containsEntry("management.server.address", "127.0.0.1");
  }

  private static String text(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  /** Sets another value of the same kind; for a secret another file with other content. */
  private void change(ObjectNode part, String field) throws IOException {
    JsonNode was = part.path(field);
    if (was.isIntegralNumber()) {
      part.put(field, was.asLong() + 1);
    } else if (was.isArray()) {
      part.putArray(field).add("10.9.8.7/32");
    } else if (field.equals("signIn") || field.equals("oidc")) {
      provider(part.put("signIn", "OIDC").putObject("oidc"));
    } else if (field.equals("passkeys")) {
      part.putObject(field).put("rpId", "localhost").put("origin", "http://localhost:8080");
    } else if (field.equals("https") || field.equals("webhook")) {
      service(part.putObject(field));
    } else if (field.equals("extension")) {
      part.putObject(field).put("uri", "played:find");
    } else if (field.equals("queue")) {
      part.putObject(field)
          .put("name", "records.find")
          .put("keyFile", "a.key")
          .put("keyId", "one")
          .put("replyTimeoutMillis", 30_000);
    } else if (field.equals("mail")) {
      ObjectNode mail = part.putObject(field);
      mail.put("host", "mail.example")
          .put("port", 25)
          .put("tls", "NONE")
          .put("from", "a@b.example");
      mail.putArray("to").add("c@d.example");
    } else if (field.equals("metrics")) {
      part.putObject(field).put("address", "127.0.0.1").put("port", 4711);
    } else if (field.equals("tls")) {
      part.putObject(field).put("certificateFile", "a.pem").put("privateKeyFile", "b.pem");
    } else if (was.isObject() || field.toLowerCase(java.util.Locale.ROOT).contains("pass")) {
      Path secret = folder.resolve("another-" + field);
      Files.writeString(secret, "another");
      part.putObject(field).put("file", secret.toString());
    } else {
      part.put(field, was.asString() + "-another");
    }
  }

  private static void service(ObjectNode https) {
    https
        .put("url", "https://records.example/find")
        .put("certificateFile", "a.pem")
        .put("privateKeyFile", "b.pem")
        .put("trustedFile", "c.pem")
        .put("connectTimeoutMillis", 1000)
        .put("replyTimeoutMillis", 1000);
  }

  private static void provider(ObjectNode oidc) {
    oidc.put("issuer", "https://idp.example")
        .put("clientId", "gateway")
        .put("groupsClaim", "groups");
    oidc.putArray("roles").addObject().put("group", "counsel").put("role", "COUNSEL");
  }

  private Map<String, Object> settings(ObjectNode instance) throws IOException {
    Path config = Files.createTempDirectory(folder, "config").resolve("config");
    Copies.of(Path.of("config"), config);
    Files.writeString(config.resolve("countersign.yaml"), YAML.writeValueAsString(instance));
    RunSettings found = RunSettings.of(ConfiguredParts.instance(config), false);
    Map<String, Object> all = new TreeMap<>(found.values());
    all.put("missing", found.missing());
    return all;
  }

  private static ObjectNode shipped() throws IOException {
    return (ObjectNode) YAML.readTree(Path.of("config/countersign.yaml").toFile());
  }
}
