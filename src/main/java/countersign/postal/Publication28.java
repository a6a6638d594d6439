package countersign.postal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The postal service's standard abbreviations of single words. Pure.
 *
 * @see <a href="https://pe.usps.com/text/pub28/welcome.htm">USPS Publication 28</a>
 */
public final class Publication28 {
  private static final String TABLE = "publication-28.txt";
  private static final String SUFFIXES = "# Street suffixes";
  private static final String UNITS = "# Secondary units";
  private static final Set<String> ROADS =
      Set.of(
          "ALY", "AVE", "BLVD", "CIR", "CSWY", "CT", "CV", "DR", "EXPY", "FWY", "HL", "HWY", "LN",
          "LOOP", "PASS", "PATH", "PIKE", "PKWY", "PL", "PLZ", "RD", "RDG", "ROW", "RTE", "RUN",
          "SPUR", "SQ", "ST", "TER", "TPKE", "TRCE", "TRL", "WALK", "WAY", "XING");
  private static final Map<String, String> SHORT = new HashMap<>();
  private static final Set<String> STANDARD = new HashSet<>();
  private static final Set<String> SUFFIX_WORDS = new HashSet<>();
  private static final String DIRECTIONS = "# Directionals";
  private static final Set<String> DIRECTION_WORDS = new HashSet<>();
  private static final Set<String> UNIT_WORDS = new HashSet<>(Set.of("#", "PMB", "LOT", "UNIT"));

  static {
    read();
  }

  private Publication28() {}

  /** Standard abbreviation of a word in comparing form; the word itself if there is none. */
  public static String abbreviate(String word) {
    return SHORT.getOrDefault(word, word);
  }

  /** Whether the table holds the word, as an abbreviation or in full. */
  static boolean isStandard(String word) {
    return SHORT.containsKey(word) || STANDARD.contains(word);
  }

  /** Whether the word is a street suffix, in any of its spellings. */
  public static boolean isSuffix(String word) {
    return SUFFIX_WORDS.contains(word);
  }

  /** Whether the word is a suffix that names a road, a square or a court, not a place. */
  public static boolean isRoad(String word) {
    return ROADS.contains(abbreviate(word));
  }

  /** Whether the word designates a unit of a building, in any of its spellings. */
  public static boolean isUnit(String word) {
    return UNIT_WORDS.contains(word);
  }

  /** Whether the word is a directional, in any of its spellings. */
  public static boolean isDirection(String word) {
    return DIRECTION_WORDS.contains(word);
  }

  /** Every street suffix, in any of its spellings. */
  public static Set<String> suffixes() {
    return Set.copyOf(SUFFIX_WORDS);
  }

  /** Every word of the table, in any of its spellings. */
  static Set<String> words() {
    Set<String> words = new HashSet<>(SHORT.keySet());
    words.addAll(STANDARD);
    words.addAll(SUFFIX_WORDS);
    words.addAll(UNIT_WORDS);
    words.addAll(DIRECTION_WORDS);
    return words;
  }

  private static void read() {
    try (InputStream in =
            Objects.requireNonNull(Publication28.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String section = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          section = line;
        } else {
          row(section, List.of(line.split(" ", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The table of abbreviations cannot be read", e);
    }
  }

  private static void row(String section, List<String> words) {
    for (String word : words.subList(1, words.size())) {
      SHORT.put(word, words.get(0));
      STANDARD.add(words.get(0));
    }
    if (section.startsWith(SUFFIXES)) {
      SUFFIX_WORDS.addAll(words);
    } else if (section.startsWith(DIRECTIONS)) {
      DIRECTION_WORDS.addAll(words);
    } else if (section.startsWith(UNITS)) {
      UNIT_WORDS.addAll(words);
    }
  }
}
