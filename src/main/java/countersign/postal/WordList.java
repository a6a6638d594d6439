package countersign.postal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A published list of words, read from a resource. A line that starts with {@code #} is a heading;
 * the first one states the version. Immutable.
 */
public final class WordList {
  private final List<List<String>> sections = new ArrayList<>();

  private WordList() {}

  /**
   * Reads a list.
   *
   * @param resource name of a file next to this class
   */
  public static WordList read(String resource) {
    WordList list = new WordList();
    try (InputStream in =
            Objects.requireNonNull(WordList.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        list.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The list " + resource + " cannot be read", e);
    }
    return list;
  }

  private void add(String line) {
    if (line.startsWith("#")) {
      sections.add(new ArrayList<>());
    } else {
      sections.get(sections.size() - 1).add(line);
    }
  }

  /** The lines under every heading, one after another. */
  public List<String> lines() {
    return sections.stream().flatMap(List::stream).toList();
  }

  /**
   * The lines under one heading.
   *
   * @param heading 0 for the first line of the file
   */
  public List<String> lines(int heading) {
    return List.copyOf(sections.get(heading));
  }

  /** The words under one heading, several on a line. */
  public Set<String> words(int heading) {
    Set<String> words = new HashSet<>();
    sections.get(heading).forEach(line -> words.addAll(List.of(line.split(" ", -1))));
    return words;
  }

  /** How many headings the list has. */
  public int headings() {
    return sections.size();
  }

  /** The words under every heading. */
  public Set<String> words() {
    Set<String> words = new HashSet<>();
    for (int i = 0; i < sections.size(); i++) {
      words.addAll(words(i));
    }
    return words;
  }
}
