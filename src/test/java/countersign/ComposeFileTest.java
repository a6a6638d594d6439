package countersign;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Checks of {@code docker-compose.yml} and {@code deploy/} that need no container engine. */
class ComposeFileTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern METRIC = Pattern.compile("countersign_[a-z_]+");
  private static final Pattern NAME = Pattern.compile("\"(countersign\\.[a-z.]+)\"");

  private final JsonNode compose = yaml(Path.of("docker-compose.yml"));

  @Test
  void the_file_conforms_to_the_compose_specification() throws IOException {
    try (InputStream in =
        ComposeFileTest.class.getResourceAsStream("/compose-spec/compose-spec.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
              .getSchema(withoutOldIds(YAML.readTree(in)));
      ObjectNode judged = (ObjectNode) compose.deepCopy();
      judged.remove("name"); // the packaged edition of the schema does not have this property yet
      assertThat(schema.validate(judged)).isEmpty();
      assertThat(compose.get("name").asString()).matches("[a-z0-9][a-z0-9_-]*");
      JsonNode wrong = YAML.readTree("services: { database: { imagee: postgres } }");
      assertThat(schema.validate(wrong)).isNotEmpty();
    }
  }

  @Test
  void only_the_service_of_a_test_exchange_runs_the_jar_that_contains_the_demo() {
    JsonNode services = compose.get("services");
    assertThat(services.at("/gateway/build/target").asString()).isEqualTo("gateway");
    List<String> withDemo = new ArrayList<>();
    for (Map.Entry<String, JsonNode> service : services.properties()) {
      if (service.getValue().at("/build/target").asString().equals("synthetic")) {
        withDemo.add(service.getKey() + " " + service.getValue().path("profiles"));
      }
    }
    assertThat(withDemo).containsExactly("seed [\"synthetic\"]");
  }

  /**
   * Removes the ids: the schema writes {@code id} instead of {@code $id}, and nothing uses them.
   */
  private static JsonNode withoutOldIds(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("id").isString()) {
      object.remove("id");
    }
    schema.forEach(ComposeFileTest::withoutOldIds);
    return schema;
  }

  @Test
  void every_service_secret_and_volume_is_defined_and_used() {
    Set<String> secrets = new TreeSet<>();
    Set<String> volumes = new TreeSet<>();
    for (JsonNode service : compose.get("services")) {
      service
          .path("secrets")
          .forEach(secret -> secrets.add(secret.path("source").asString(secret.asString(""))));
      service
          .path("depends_on")
          .propertyNames()
          .forEach(other -> assertThat(compose.get("services").has(other)).as(other).isTrue());
      mounts(service).filter(source -> !source.startsWith(".")).forEach(volumes::add);
    }
    assertThat(secrets).isEqualTo(names(compose.get("secrets")));
    assertThat(volumes).isEqualTo(names(compose.get("volumes")));
  }

  @Test
  void every_image_has_a_tag_and_every_copied_file_and_folder_is_in_the_project()
      throws IOException {
    for (JsonNode service : compose.get("services")) {
      if (service.has("image")) {
        assertThat(service.get("image").asString()).matches("[a-z/-]+:v?\\d+(\\.\\d+)*");
      } else {
        Path context = Path.of(service.at("/build/context").asString());
        Path dockerfile = context.resolve(service.at("/build/dockerfile").asString("Dockerfile"));
        assertThat(dockerfile).isRegularFile();
        assertThat(froms(dockerfile)).allMatch(image -> image.matches("[a-z]+:[0-9a-z.-]+"));
        assertThat(copies(dockerfile).map(context::resolve)).allMatch(Files::exists);
      }
      assertThat(mounts(service).filter(source -> source.startsWith(".")).map(Path::of))
          .allMatch(Files::exists);
    }
  }

  @Test
  void the_file_contains_no_secret_and_each_secret_is_a_file_below_var() {
    for (JsonNode secret : compose.get("secrets")) {
      assertThat(names(secret)).containsExactly("file");
      assertThat(secret.get("file").asString()).startsWith("var/secrets/");
    }
    for (JsonNode service : compose.get("services")) {
      assertThat(service.path("environment").isArray()).as("a list has no names").isFalse();
      assertThat(names(service.path("environment")))
          .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|KEY|TOKEN)"));
    }
    assertThat(compose.toString()).doesNotContainIgnoringCase("password=");
  }

  @Test
  void the_gateway_has_no_password_of_the_owner_and_starts_after_the_migration() {
    List<String> owners = new ArrayList<>();
    for (Map.Entry<String, JsonNode> service : compose.get("services").properties()) {
      service
          .getValue()
          .path("secrets")
          .forEach(
              secret -> {
                if (secret.asString("").equals("owner")) {
                  owners.add(service.getKey());
                }
              });
    }
    assertThat(owners).containsExactlyInAnyOrder("migrate", "seed");
    assertThat(compose.at("/services/gateway/depends_on/migrate/condition").asString())
        .isEqualTo("service_completed_successfully");
  }

  @Test
  void the_gateway_waits_for_a_healthy_database_and_broker() {
    for (String part : List.of("database", "broker")) {
      assertThat(compose.at("/services/" + part + "/healthcheck/test").isArray()).as(part).isTrue();
      assertThat(compose.at("/services/gateway/depends_on/" + part + "/condition").asString())
          .isEqualTo("service_healthy");
    }
  }

  @Test
  void the_configuration_uses_the_services_ports_and_secrets_of_the_file() {
    JsonNode instance = yaml(Path.of("config/countersign.yaml"));
    JsonNode partner = yaml(Path.of("config/partners/dhs-ice.yaml"));
    assertThat(instance.at("/database/url").asString()).contains("//database:5432/countersign");
    assertThat(instance.at("/records/url").asString()).contains("//database:5432/records");
    assertThat(instance.at("/broker/url").asString()).contains("tcp://broker:61616");
    assertThat(compose.get("services").has(partner.get("host").asString())).isTrue();
    Set<String> given = new TreeSet<>();
    compose.at("/services/gateway/secrets").forEach(secret -> given.add(secret.asString()));
    assertThat(secretsNamed(instance, partner)).isEqualTo(given);
  }

  @Test
  void prometheus_watches_the_gateway_and_every_alert_uses_a_metric_of_ours() throws IOException {
    JsonNode prometheus = yaml(Path.of("deploy/prometheus/prometheus.yml"));
    assertThat(prometheus.at("/scrape_configs/0/static_configs/0/targets/0").asString())
        .isEqualTo(
            "gateway:"
                + yaml(Path.of("config/countersign.yaml")).at("/console/metrics/port").asInt());
    for (JsonNode file : prometheus.get("rule_files")) {
      assertThat(Path.of("deploy/prometheus", file.asString())).isRegularFile();
    }
    Set<String> ours = metrics();
    JsonNode alerts = yaml(Path.of("deploy/prometheus/alerts.yml"));
    Set<String> watched = new TreeSet<>();
    for (JsonNode rule : alerts.at("/groups/0/rules")) {
      assertThat(names(rule)).contains("alert", "expr", "labels", "annotations");
      METRIC
          .matcher(rule.get("expr").asString())
          .results()
          .map(MatchResult::group)
          .forEach(watched::add);
    }
    assertThat(watched).isNotEmpty().isSubsetOf(ours);
  }

  /** Names of the registered metrics. The sources join those of queues from two parts. */
  private static Set<String> metrics() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String source :
        List.of("monitoring/Meters.java", "pipeline/StepMetrics.java", "inbox/InboxMeters.java")) {
      String text = Files.readString(Path.of("src/main/java/countersign", source));
      NAME.matcher(text).results().map(match -> match.group(1)).forEach(found::add);
      Pattern.compile("\\bqueue,\\s+\"([a-z.]+)\"")
          .matcher(text)
          .results()
          .map(match -> "countersign.work." + match.group(1))
          .forEach(found::add);
    }
    return found.stream().map(name -> name.replace('.', '_')).collect(Collectors.toSet());
  }

  private static Set<String> secretsNamed(JsonNode... documents) {
    Set<String> named = new TreeSet<>();
    for (JsonNode document : documents) {
      Pattern.compile("/run/secrets/([a-z_]+)")
          .matcher(document.toString())
          .results()
          .forEach(match -> named.add(match.group(1)));
    }
    return named;
  }

  private static Stream<String> mounts(JsonNode service) {
    List<String> sources = new ArrayList<>();
    service.path("volumes").forEach(mount -> sources.add(mount.asString().split(":", -1)[0]));
    return sources.stream();
  }

  private static List<String> froms(Path dockerfile) throws IOException {
    try (Stream<String> lines = Files.lines(dockerfile, StandardCharsets.UTF_8)) {
      Set<String> stages = new TreeSet<>();
      List<String> images = new ArrayList<>();
      for (String line : lines.filter(line -> line.startsWith("FROM ")).toList()) {
        String[] words = line.split(" ", -1);
        if (!stages.contains(words[1])) {
          images.add(words[1]);
        }
        if (words.length > 3) {
          stages.add(words[3]);
        }
      }
      return images;
    }
  }

  /** The paths that the Dockerfile copies from its build context. */
  private static Stream<String> copies(Path dockerfile) throws IOException {
    return Files.readAllLines(dockerfile).stream()
        .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
        .map(line -> line.split(" ", -1)[1]);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      names.add(entry.getKey());
    }
    return names;
  }

  private static JsonNode yaml(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
