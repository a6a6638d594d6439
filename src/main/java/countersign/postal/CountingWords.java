package countersign.postal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers in words, from one to ninety-nine. Pure. */
public final class CountingWords {
  private static final String[] UNITS = {
    "ONE",
    "TWO",
    "THREE",
    "FOUR",
    "FIVE",
    "SIX",
    "SEVEN",
    "EIGHT",
    "NINE",
    "TEN",
    "ELEVEN",
    "TWELVE",
    "THIRTEEN",
    "FOURTEEN",
    "FIFTEEN",
    "SIXTEEN",
    "SEVENTEEN",
    "EIGHTEEN",
    "NINETEEN"
  };
  private static final String[] TENS = {
    "TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY"
  };
  private static final Map<String, Integer> WORDS = new HashMap<>();

  static {
    for (int i = 0; i < UNITS.length; i++) {
      WORDS.put(UNITS[i], i + 1);
    }
    for (int i = 0; i < TENS.length; i++) {
      WORDS.put(TENS[i], 10 * (i + 2));
    }
  }

  private CountingWords() {}

  /** How many words at {@code at} are a number from one to ninety-nine; 0 if they are none. */
  public static int at(List<String> line, int at) {
    Integer first = at < line.size() ? WORDS.get(line.get(at)) : null;
    if (first == null) {
      return 0;
    }
    if (first < 20 || at + 1 >= line.size()) {
      return 1;
    }
    Integer second = WORDS.get(line.get(at + 1));
    if (second != null && second < 10) {
      return 2;
    }
    return ordinal(line.get(at + 1)) > 0 ? 0 : 1; // Twenty First Street
  }

  /** Whether the word alone is a number. */
  public static boolean is(String word) {
    return WORDS.containsKey(word);
  }

  /** The value of the number words at {@code at}. */
  public static int value(List<String> line, int at) {
    int value = WORDS.getOrDefault(line.get(at), 0);
    return at(line, at) > 1 ? value + WORDS.getOrDefault(line.get(at + 1), 0) : value;
  }

  /** The tens that a word states, such as 20 for TWENTY; 0 for any other word. */
  static int tens(String word) {
    int value = WORDS.getOrDefault(word, 0);
    return value >= 20 ? value : 0;
  }

  /** The value of FIRST to NINTH; 0 for any other word. */
  static int ordinal(String word) {
    String written = Publication28.abbreviate(word);
    return written.length() == 3 && !written.equals(word) && Character.isDigit(written.charAt(0))
        ? written.charAt(0) - '0'
        : 0;
  }
}
