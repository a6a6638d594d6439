package countersign.postal;

import countersign.validation.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ordinal numbers: streets' names and floors, never house numbers. Pure. */
public final class Ordinals {
  private static final Set<String> ENDINGS = Set.of("ST", "ND", "RD", "TH");
  private static final String[] WRITTEN = {
    "", "1ST", "2ND", "3RD", "4TH", "5TH", "6TH", "7TH", "8TH", "9TH"
  };

  private Ordinals() {}

  /** Whether the word is an ordinal in digits, such as {@code 5TH}. */
  public static boolean is(String word) {
    int digits = word.length() - 2;
    return digits >= 1
        && Digits.isDigit(word.charAt(0))
        && ENDINGS.contains(word.substring(digits))
        && Digits.only(word.substring(0, digits));
  }

  /** Converts {@code 2D} to 2ND and {@code 23D} to 23RD; returns any other word unchanged. */
  public static String ofOldEnding(String word) {
    int last = word.length() - 1;
    boolean old = last > 0 && word.charAt(last) == 'D' && Digits.only(word.substring(0, last));
    char digit = old ? word.charAt(last - 1) : ' ';
    return digit == '2' || digit == '3'
        ? word.substring(0, last) + (digit == '2' ? "ND" : "RD")
        : word;
  }

  /** Converts {@code 1ST} to 1; returns any other word unchanged. */
  public static String cardinal(String word) {
    return is(word) ? word.substring(0, word.length() - 2) : word;
  }

  /**
   * Writes ordinals of two words in digits: {@code TWENTY 1ST} is {@code 21ST}.
   *
   * @param words in standard abbreviations; the same list is returned if nothing changes
   */
  public static List<String> joined(List<String> words) {
    List<String> out = words;
    for (int i = 0; i + 1 < out.size(); i++) {
      int ones = ones(out.get(i + 1));
      int tens = ones > 0 ? CountingWords.tens(out.get(i)) : 0;
      if (tens > 0) {
        out = new ArrayList<>(out);
        out.set(i, (tens / 10) + WRITTEN[ones]);
        out.remove(i + 1);
      }
    }
    return out;
  }

  /**
   * Writes the number that is a street's whole name as an ordinal: {@code 23 St} is {@code 23RD
   * ST}.
   */
  public static void beforeSuffix(List<String> words, int suffix) {
    boolean named = suffix > 0 && suffix < words.size();
    if (!named || !Digits.only(words.get(suffix - 1))) {
      return;
    }
    boolean whole = Words.all(words.subList(0, suffix - 1), Publication28::isDirection);
    String road = words.get(suffix);
    if (whole && (road.equals("ST") || road.equals("AVE"))) {
      words.set(suffix - 1, words.get(suffix - 1) + ending(words.get(suffix - 1)));
    }
  }

  private static String ending(String digits) {
    if (digits.endsWith("11") || digits.endsWith("12") || digits.endsWith("13")) {
      return "TH";
    }
    return switch (digits.charAt(digits.length() - 1)) {
      case '1' -> "ST";
      case '2' -> "ND";
      case '3' -> "RD";
      default -> "TH";
    };
  }

  private static int ones(String word) {
    return word.length() == 3 && is(word) ? word.charAt(0) - '0' : 0;
  }
}
