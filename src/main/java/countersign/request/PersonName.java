package countersign.request;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares names of people: names that look alike belong to one person. Ignores case, accents,
 * width, punctuation, the order of the words, and letters and digits that look like Latin letters.
 * Stateless.
 */
public final class PersonName {
  /** Pairs: a Cyrillic, Greek or other character, then the Latin letter that it looks like. */
  private static final String PAIRS =
      "\u0430a\u0432b\u0441c\u0435e\u0451e\u043dh\u0456i\u0457i\u0458j\u043ak"
          + "\u043cm\u043eo\u0440p\u0455s\u0442t\u0443y\u0445x\u0501d\u051bq\u051dw"
          + "\u04bbh\u04cfl\u0433r\u043fn\u044cb\u03b1a\u03b2b\u03b3y\u03b5e\u03b6z"
          + "\u03b7n\u03b9i\u03bak\u03bcm\u03bdv\u03bfo\u03c1p\u03c4t\u03c5u\u03c7x"
          + "\u03c9w\u03f2c\u0131i\u0251a\u0261g0o1l|l3e5s"
          + "\u00f8o\u0142l\u0111d";

  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<Character, Character> LOOKS_LIKE = new HashMap<>();

  static {
    for (int i = 0; i < PAIRS.length(); i += 2) {
      LOOKS_LIKE.put(PAIRS.charAt(i), PAIRS.charAt(i + 1));
    }
  }

  private PersonName() {}

  /** Whether two names look alike. */
  public static boolean alike(String one, String other) {
    return skeleton(one).equals(skeleton(other));
  }

  /** The form in which names that look alike are equal. */
  public static String skeleton(String name) {
    // Lower case twice: a compatibility form can contain capital letters.
    String lower = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder latin = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      latin.append(LOOKS_LIKE.getOrDefault(plain.charAt(i), plain.charAt(i)));
    }
    // A capital I and a small l look alike, so both become l; rn looks like m.
    String same = latin.toString().replace('i', 'l').replace("rn", "m").replace("vv", "w");
    return BETWEEN_WORDS
        .splitAsStream(same)
        .filter(word -> !word.isEmpty())
        .sorted()
        .collect(Collectors.joining(" "));
  }
}
