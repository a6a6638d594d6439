package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Whatever keys are missing, one run names each of them. Every key, every pair of keys and every
 * section of every kind of document is tried, in a sample that is made from the schema.
 */
class EveryMissingKeyIsNamedTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  @TempDir Path directory;

  @BeforeEach
  void prepare_the_folders() throws IOException {
    for (String folder : DocumentKind.folders()) {
      Files.createDirectories(directory.resolve(folder));
    }
  }

  /**
   * A section of a sample document.
   *
   * @param pointer its JSON pointer; empty for the document itself
   * @param path its path in messages, with a dot at its end; empty for the document itself
   */
  private record SampleSection(String pointer, String path, JsonNode schema) {
    List<String> keys() {
      return List.copyOf(schema.path("properties").propertyNames());
    }

    /** The keys of which one must be there. */
    Set<String> alternatives() {
      Set<String> keys = new TreeSet<>();
      for (JsonNode one : schema.path("anyOf")) {
        one.path("required").forEach(key -> keys.add(key.asString()));
      }
      return keys;
    }

    boolean requires(String key) {
      for (JsonNode required : schema.path("required")) {
        if (required.asString().equals(key)) {
          return true;
        }
      }
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void each_key_and_each_pair_of_keys_is_named_when_it_is_missing(DocumentKind kind)
      throws IOException {
    for (SampleSection section : sections(kind)) {
      List<String> keys = section.keys();
      for (int first = 0; first < keys.size(); first++) {
        for (int second = first; second < keys.size(); second++) {
          List<String> removed = List.of(keys.get(first), keys.get(second));
          JsonNode sample = sample(kind);
          ((ObjectNode) sample.at(section.pointer())).remove(removed);
          assertThat(missing(kind, sample))
              .as("%s without %s of '%s'", kind, removed, section.path())
              .isEqualTo(expected(section, removed));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void a_key_of_the_wrong_type_hides_no_missing_key(DocumentKind kind) throws IOException {
    for (SampleSection section : sections(kind)) {
      for (String wrong : section.keys()) {
        for (String removed : section.keys()) {
          if (!removed.equals(wrong)) {
            JsonNode sample = sample(kind);
            ObjectNode part = (ObjectNode) sample.at(section.pointer());
            boolean list = part.path(wrong).isArray();
            boolean alternative = !part.has(wrong);
            part.set(wrong, list ? JsonNodeFactory.instance.numberNode(7) : YAML.createArrayNode());
            part.remove(removed);
            Set<String> expected = expected(section, List.of(removed));
            if (alternative) {
              expected.removeIf(finding -> finding.startsWith("WRONG_VALUE")); // one is there
            }
            expected.add("WRONG_TYPE " + section.path() + wrong);
            assertThat(findings(kind, sample)).containsAll(expected);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void each_key_of_a_section_is_named_when_only_its_heading_is_left(DocumentKind kind)
      throws IOException {
    for (SampleSection section : sections(kind)) {
      if (section.pointer().isEmpty()) {
        assertThat(missing(kind, "# every key is deleted\n"))
            .isEqualTo(expected(section, section.keys()));
        continue;
      }
      for (JsonNode nothing :
          List.of(JsonNodeFactory.instance.nullNode(), YAML.createObjectNode())) {
        assertThat(missing(kind, replaced(sample(kind), section.pointer(), nothing)))
            .as("%s with %s at '%s'", kind, nothing, section.path())
            .isEqualTo(expected(section, section.keys()));
      }
    }
  }

  @Test
  void the_settings_that_production_refuses_are_named_beside_missing_keys() throws IOException {
    ConfigurationFixtures world = ConfigurationFixtures.signed(directory);
    String agreement = "agreements/irs-ice-2025.yaml";
    world.edit(agreement, "environments: [T]", "environments: [T, P]");
    world.edit(agreement, "reviewingFloor: 0 seconds", "reviewingFloor: never");
    world.edit(agreement, "timeZone: America/New_York", "timeZone: America/Nowhere");
    String text = Files.readString(directory.resolve(agreement));
    world.write(
        agreement, text.replaceAll("(?m)^  (reviewAfter|releaseTimes|releaseEvery):.*$", ""));

    assertThat(world.findings())
        .contains(
            "MISSING_KEY %s schedule.reviewAfter".formatted(agreement),
            "WRONG_VALUE %s schedule".formatted(agreement),
            "WRONG_VALUE %s timeZone".formatted(agreement),
            "NOT_IN_PRODUCTION %s schedule.cover".formatted(agreement));
  }

  private static Set<String> expected(SampleSection section, List<String> removed) {
    Set<String> expected = new TreeSet<>();
    for (String key : removed) {
      if (section.requires(key)) {
        String code = key.equals("because") ? "MISSING_BECAUSE " : "MISSING_KEY ";
        expected.add(code + section.path() + key);
      }
    }
    Set<String> alternatives = section.alternatives();
    if (removed.containsAll(alternatives)) {
      alternatives.forEach(key -> expected.add("MISSING_KEY " + section.path() + key));
    }
    if (section.path().equals("schedule.") && removed.contains("releaseTimes")) {
      expected.add("WRONG_VALUE schedule"); // the sample has no releaseEvery
    }
    // the sample has only the first of keys that exclude each other
    long left =
        section.keys().stream()
            .limit(section.schema().path("maxProperties").asInt(Integer.MAX_VALUE))
            .filter(key -> !removed.contains(key))
            .count();
    if (left < section.schema().path("minProperties").asInt(0)) {
      expected.add("WRONG_VALUE " + section.path().replaceAll("\\.$", ""));
    }
    return expected;
  }

  /** The findings about missing keys, those about a choice of keys included. */
  private Set<String> missing(DocumentKind kind, JsonNode sample) throws IOException {
    return missing(kind, YAML.writeValueAsString(sample));
  }

  private Set<String> missing(DocumentKind kind, String text) throws IOException {
    Set<String> missing = new TreeSet<>(findings(kind, text));
    missing.removeIf(
        finding ->
            !finding.startsWith("MISSING_")
                && !finding.matches(
                    "WRONG_VALUE (schedule|recordSource|notifications|.*([pP]ass\\w+|Secret))"));
    return missing;
  }

  private List<String> findings(DocumentKind kind, JsonNode sample) throws IOException {
    return findings(kind, YAML.writeValueAsString(sample));
  }

  private List<String> findings(DocumentKind kind, String text) throws IOException {
    Path file = directory.resolve(kind.several() ? kind.path() + "sample.yaml" : kind.path());
    Files.writeString(file, text);
    return Configuration.load(directory, ConfigurationFixtures.TRUST, expression -> List.of())
        .all()
        .stream()
        .filter(problem -> problem.code() != Problem.Code.MISSING_SECRET)
        .filter(problem -> directory.resolve(problem.file()).equals(file))
        .map(problem -> problem.code() + " " + problem.path())
        .toList();
  }

  private static JsonNode replaced(JsonNode sample, String pointer, JsonNode value) {
    int end = pointer.lastIndexOf('/');
    JsonNode parent = sample.at(pointer.substring(0, end));
    String key = pointer.substring(end + 1);
    if (parent instanceof ObjectNode section) {
      section.set(key, value);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(key), value);
    }
    return sample;
  }

  /** The sections of a kind, each list with its first entry. */
  private static List<SampleSection> sections(DocumentKind kind) throws IOException {
    List<SampleSection> sections = new ArrayList<>();
    collect(schema(kind), schema(kind), "", "", sections);
    assertThat(sections).isNotEmpty();
    return sections;
  }

  private static void collect(
      JsonNode root, JsonNode schema, String pointer, String path, List<SampleSection> sections) {
    JsonNode part = resolved(root, schema);
    if (part.has("properties")) {
      String prefix = path.isEmpty() ? "" : path + ".";
      sections.add(new SampleSection(pointer, prefix, part));
      part.path("properties").properties().stream()
          .limit(part.path("maxProperties").asInt(Integer.MAX_VALUE))
          .forEach(
              child ->
                  collect(
                      root,
                      child.getValue(),
                      pointer + "/" + child.getKey(),
                      prefix + child.getKey(),
                      sections));
    } else if (part.has("items")) {
      collect(root, part.path("items"), pointer + "/0", path + "[0]", sections);
    }
  }

  private static JsonNode sample(DocumentKind kind) throws IOException {
    JsonNode sample = sample(schema(kind), schema(kind));
    if (kind == DocumentKind.AGREEMENT) {
      ((ObjectNode) sample.path("schedule")).remove("releaseEvery");
    }
    return sample;
  }

  private static JsonNode sample(JsonNode root, JsonNode schema) {
    JsonNode part = resolved(root, schema);
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (part.path("type").asString()) {
      case "object" -> {
        ObjectNode section = nodes.objectNode();
        part.path("properties").properties().stream()
            .limit(part.path("maxProperties").asInt(Integer.MAX_VALUE))
            .forEach(child -> section.set(child.getKey(), sample(root, child.getValue())));
        yield section;
      }
      case "array" -> nodes.arrayNode().add(sample(root, part.path("items")));
      case "integer" -> nodes.numberNode(part.path("minimum").asInt(1));
      case "boolean" -> nodes.booleanNode(true);
      default ->
          nodes.stringNode(
              part.has("format") ? "2026-11-30" : part.path("enum").path(0).asString("x"));
    };
  }

  private static JsonNode resolved(JsonNode root, JsonNode part) {
    return part.has("$ref") ? root.at(part.path("$ref").asString().substring(1)) : part;
  }

  private static JsonNode schema(DocumentKind kind) throws IOException {
    try (InputStream in =
        EveryMissingKeyIsNamedTest.class.getResourceAsStream("schema/" + kind.schema() + ".json")) {
      return new JsonMapper().readTree(in);
    }
  }
}
