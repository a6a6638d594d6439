package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schemas describe every key, so that they can serve as its documentation. */
class SchemasTest {

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void every_key_is_described_and_unknown_keys_are_refused(DocumentKind kind) throws IOException {
    List<String> wrong = new ArrayList<>();
    walk("", schema(kind), wrong);
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void it_is_a_valid_schema(DocumentKind kind) throws IOException {
    var meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    assertThat(meta.validate(schema(kind))).isEmpty();
  }

  private static JsonNode schema(DocumentKind kind) throws IOException {
    try (InputStream in =
        SchemasTest.class.getResourceAsStream("schema/" + kind.schema() + ".json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  private static void walk(String path, JsonNode part, List<String> wrong) {
    if (part.path("description").asString().isBlank()) {
      wrong.add(path + " has no description");
    }
    if (part.path("type").asString().equals("object")
        && part.path("additionalProperties").asBoolean(true)) {
      wrong.add(path + " lets unknown keys in");
    }
    for (String children : List.of("properties", "$defs")) {
      for (Map.Entry<String, JsonNode> child : part.path(children).properties()) {
        walk(path + "/" + child.getKey(), child.getValue(), wrong);
      }
    }
    JsonNode items = part.path("items");
    if (items.isObject() && !items.has("$ref")) {
      walk(path + "[]", items, wrong);
    }
  }
}
