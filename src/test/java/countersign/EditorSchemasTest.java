package countersign;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What an editor needs: each shipped YAML file names its JSON Schema in the first line and conforms
 * to it. The routes are in Camel's canonical form, which Kaoto opens.
 */
class EditorSchemasTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BEGINNING = "# yaml-language-server: $schema=";
  private static final Path ROUTES = Path.of("config/schema/camel-routes.json");
  private static final Map<Path, Schema> SCHEMAS = new ConcurrentHashMap<>();

  static List<Path> shipped() throws IOException {
    try (Stream<Path> config = Files.walk(Path.of("config"));
        Stream<Path> routes = Files.walk(Path.of("routes"))) {
      List<Path> files =
          Stream.concat(config, routes).filter(file -> file.toString().endsWith(".yaml")).toList();
      assertThat(files).contains(Path.of("config/countersign.yaml")).hasSizeGreaterThan(12);
      return files;
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void a_shipped_file_names_a_schema_that_exists_and_conforms_to_it(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(text).startsWith(BEGINNING);
    String name = text.substring(BEGINNING.length(), text.indexOf('\n'));
    Path schema = file.resolveSibling(name).normalize();
    assertThat(schema).isRegularFile();

    assertThat(schema(schema).validate(YAML.readTree(text))).isEmpty();
  }

  @Test
  void the_schema_of_the_routes_is_the_canonical_one_of_the_camel_that_runs_them()
      throws IOException {
    try (InputStream camel =
        EditorSchemasTest.class.getResourceAsStream("/schema/camelYamlDsl-canonical.json")) {
      assertThat(JSON.readTree(Files.readString(ROUTES))).isEqualTo(JSON.readTree(camel));
    }
  }

  @Test
  void a_short_form_and_a_wrong_key_do_not_conform() {
    String route = "- route: { id: a, from: { uri: direct:a, steps: [ { %s } ] } }";
    for (String step : List.of("log: hello", "beans: { ref: intake }", "setBody: { simple: x }")) {
      JsonNode tree = YAML.readTree(route.formatted(step));
      assertThat(schema(ROUTES).validate(tree)).as(step).isNotEmpty();
    }
    JsonNode valid = YAML.readTree(route.formatted("bean: { ref: intake, method: open }"));
    assertThat(schema(ROUTES).validate(valid)).isEmpty();
  }

  private static Schema schema(Path file) {
    return SCHEMAS.computeIfAbsent(file, EditorSchemasTest::read);
  }

  private static Schema read(Path file) {
    SpecificationVersion version =
        file.equals(ROUTES) ? SpecificationVersion.DRAFT_4 : SpecificationVersion.DRAFT_2020_12;
    try {
      return SchemaRegistry.withDefaultDialect(version).getSchema(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
