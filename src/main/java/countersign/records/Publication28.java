package countersign.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The postal service's standard abbreviations, word by word. Pure.
 *
 * @see <a href="https://pe.usps.com/text/pub28/welcome.htm">USPS Publication 28</a>
 */
final class Publication28 {
  private static final String TABLE = "publication-28.txt";
  private static final Map<String, String> SHORT = read();

  private Publication28() {}

  /** The standard abbreviation of a word in comparing form; the word itself if it has none. */
  static String abbreviate(String word) {
    return SHORT.getOrDefault(word, word);
  }

  private static Map<String, String> read() {
    Map<String, String> table = new HashMap<>();
    try (InputStream in =
            Objects.requireNonNull(Publication28.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        for (int i = 1; i < words.length && !line.startsWith("#"); i++) {
          table.put(words[i], words[0]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The table of abbreviations cannot be read", e);
    }
    return Map.copyOf(table);
  }
}
