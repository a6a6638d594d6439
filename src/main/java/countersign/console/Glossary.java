package countersign.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The terms of {@code docs/glossary.md}, which the build copies to this package. Stateless. */
final class Glossary {
  private static final String HEADING = "## ";

  private Glossary() {}

  /**
   * A term and its meaning.
   *
   * @param term the term
   * @param id anchor in the page, equal to the one that Markdown gives the heading
   * @param meaning plain text
   */
  record Entry(String term, String id, String meaning) {}

  /** All entries, in the order of the file. */
  static List<Entry> entries() {
    try (InputStream in = Glossary.class.getResourceAsStream("glossary.md")) {
      if (in == null) {
        throw new IllegalStateException("The build did not copy docs/glossary.md");
      }
      return entries(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Entry> entries(String markdown) {
    List<Entry> entries = new ArrayList<>();
    String[] sections = ("\n" + markdown).split("\n" + HEADING, -1);
    for (int i = 1; i < sections.length; i++) {
      String[] parts = sections[i].split("\n", 2);
      String term = parts[0].strip();
      String meaning = parts[1].strip().replaceAll("\\s+", " ");
      entries.add(new Entry(term, term.replace(' ', '-'), meaning));
    }
    return List.copyOf(entries);
  }
}
