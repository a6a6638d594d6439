package countersign.postal;

import java.util.ArrayList;
import java.util.List;

/** Writes the number words of a street's name in digits: {@code 7 SISTERS}, {@code 102ND}. Pure. */
public final class NumberWords {
  private static final String HUNDRED = "HUNDRED";

  private NumberWords() {}

  /**
   * Writes numbers in digits.
   *
   * @param words in standard abbreviations, ordinals of two words already joined
   */
  public static List<String> inDigits(List<String> words) {
    List<String> out = new ArrayList<>(words.size());
    int at = 0;
    while (at < words.size()) {
      int length = CountingWords.at(words, at);
      if (length == 0) {
        out.add(words.get(at++));
      } else {
        int value = CountingWords.value(words, at);
        at += length;
        at =
            at < words.size() && words.get(at).startsWith(HUNDRED)
                ? hundred(words, at, value * 100, out)
                : number(value, at, out);
      }
    }
    return out;
  }

  /**
   * Index behind a number in words from one hundred on: {@code One Hundred and Five}; -1 if there
   * is none.
   */
  public static int endOfHundreds(List<String> words, int at) {
    int length = CountingWords.at(words, at);
    int end = at + length;
    if (length == 0 || end >= words.size() || !words.get(end).equals(HUNDRED)) {
      return -1;
    }
    end++;
    int and = end < words.size() && words.get(end).equals("AND") ? 1 : 0;
    int rest = CountingWords.at(words, end + and);
    return rest > 0 ? end + and + rest : end;
  }

  private static int number(int value, int next, List<String> out) {
    out.add(Integer.toString(value));
    return next;
  }

  /** Adds the number of hundreds with the number behind it; returns the index after both. */
  private static int hundred(List<String> words, int at, int hundreds, List<String> out) {
    if (words.get(at).equals("HUNDREDTH")) {
      out.add(hundreds + "TH");
      return at + 1;
    }
    int next = at + 1;
    if (next + 1 < words.size() && words.get(next).equals("AND")) {
      next++;
    }
    String word = next < words.size() ? words.get(next) : "";
    if (Ordinals.is(word)) {
      int value = Integer.parseInt(Ordinals.cardinal(word));
      out.add(hundreds + value + word.substring(word.length() - 2));
      return next + 1;
    }
    int length = CountingWords.at(words, next);
    return length > 0
        ? number(hundreds + CountingWords.value(words, next), next + length, out)
        : number(hundreds, at + 1, out);
  }
}
