package countersign.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every form that a schema requires is told in words with an example; no pattern is printed. */
class ValueFormsTest {

  @Test
  void each_pattern_of_a_schema_has_words_and_no_others_are_kept() throws IOException {
    Set<String> used = new TreeSet<>();
    for (DocumentKind kind : DocumentKind.values()) {
      try (InputStream in =
          DocumentKind.class.getResourceAsStream("schema/" + kind.schema() + ".json")) {
        patterns(new JsonMapper().readTree(in), used);
      }
    }
    assertThat(ValueForms.all().keySet()).containsExactlyInAnyOrderElementsOf(used);
  }

  private static void patterns(JsonNode part, Set<String> used) {
    if (part.path("pattern").isString()) {
      used.add(part.path("pattern").asString());
    }
    part.forEach(child -> patterns(child, used));
  }

  @Test
  void each_example_has_its_form_and_no_words_are_a_pattern() {
    ValueForms.all()
        .forEach(
            (pattern, form) -> {
              assertThat(form.example()).containsPattern(Pattern.compile(pattern));
              assertThat(form.words()).doesNotContain("^", "$", "{", "[").isNotBlank();
            });
  }
}
