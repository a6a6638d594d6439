package countersign.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says in words, with an example, which form the schemas require of a value, so that nobody has to
 * read a regular expression. Stateless.
 */
final class ValueForms {
  /** One line for each pattern of the schemas: the pattern, the words and an example, with tabs. */
  private static final Map<String, Form> FORMS = read("value-forms.tsv");

  private ValueForms() {}

  /**
   * A form of values.
   *
   * @param words the form in words
   * @param example a value that has it
   */
  record Form(String words, String example) {
    @Override
    public String toString() {
      return "%s, such as %s".formatted(words, example);
    }
  }

  private static Map<String, Form> read(String resource) {
    Map<String, Form> forms = new HashMap<>();
    try (InputStream in = ValueForms.class.getResourceAsStream(resource)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .forEach(parts -> forms.put(parts[0], new Form(parts[1], parts[2])));
    } catch (IOException e) {
      throw new UncheckedIOException("The forms of values cannot be read", e);
    }
    return Map.copyOf(forms);
  }

  /** The form that a pattern of a schema describes; empty if no line describes it. */
  static Optional<Form> of(String pattern) {
    return Optional.ofNullable(FORMS.get(pattern));
  }

  /** All patterns with their forms. */
  static Map<String, Form> all() {
    return FORMS;
  }
}
