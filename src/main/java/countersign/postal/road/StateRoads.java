package countersign.postal.road;

import countersign.postal.Publication28;
import countersign.postal.RoadLetters;
import countersign.postal.StateNames;
import countersign.postal.Words;
import countersign.validation.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One spelling for a state's road: {@code KENTUCKY 52} for {@code Kentucky Route 52} and {@code
 * KY-52}, {@code A1A} for {@code Highway A1A}. Pure.
 */
public final class StateRoads {
  private static final Set<String> DESIGNATORS = Set.of("HWY", "RTE", "SR", "SH");
  private static final int MAX_DIGITS = 4;

  /** Codes that are another word before a number: a floor, a direction, a farm road. */
  private static final Set<String> OTHER = Set.of("FL", "NE", "FM");

  private StateRoads() {}

  /**
   * Rewrites a road at the start of the words.
   *
   * @param words in standard abbreviations, which are changed
   */
  public static void abbreviate(List<String> words) {
    if (Words.none(words, Digits::any) && !words.contains("SR") && !words.contains("SH")) {
      return;
    }
    int at = 0;
    while (at < words.size() && !rewrite(words, at) && Publication28.isDirection(words.get(at))) {
      at++;
    }
  }

  private static boolean rewrite(List<String> words, int at) {
    String first = words.get(at);
    String next = at + 1 < words.size() ? words.get(at + 1) : "";
    if (DESIGNATORS.contains(first) && NumberedRoads.isJoined(next) && next.indexOf('-') < 0) {
      words.remove(at); // Highway A1A
      return true;
    }
    boolean state = first.equals("SR") || first.equals("SH");
    if (state && !next.isEmpty() && !Digits.any(next) && RoadLetters.are(next)) {
      words.set(at, first.equals("SR") ? "RTE" : "HWY"); // State Route ZZ
      return true;
    }
    return split(words, at) || named(words, at);
  }

  /** Separates {@code KY-52}. */
  private static boolean split(List<String> words, int at) {
    String word = words.get(at);
    boolean joined =
        word.length() > 3
            && word.charAt(2) == '-'
            && !StateNames.of(word.substring(0, 2)).isEmpty()
            && isNumber(word.substring(3));
    if (joined) {
      words.set(at, word.substring(3));
      words.addAll(at, StateNames.standard(word.substring(0, 2)));
    }
    return joined;
  }

  /** Writes a state as its name, without a designator before the road's number. */
  private static boolean named(List<String> words, int at) {
    for (String code : StateNames.withFirst(words.get(at))) {
      int length = length(words, at, code);
      int number = at + length;
      boolean designated = number < words.size() && DESIGNATORS.contains(words.get(number));
      number += designated ? 1 : 0;
      boolean other = length == 1 && OTHER.contains(words.get(at)) && !designated;
      if (length > 0 && !other && number < words.size() && isNumber(words.get(number))) {
        words.subList(at, number).clear();
        words.addAll(at, StateNames.standard(code));
        return true;
      }
    }
    return false;
  }

  /** How many words at {@code at} are the state's code or name; 0 if they are neither. */
  private static int length(List<String> words, int at, String code) {
    if (words.get(at).equals(Publication28.abbreviate(code))) {
      return 1;
    }
    List<String> name = StateNames.standard(code);
    int end = at + name.size();
    return end <= words.size() && words.subList(at, end).equals(name) ? name.size() : 0;
  }

  /** How many words at {@code at} are a state's name in standard abbreviations; 0 if none are. */
  public static int nameAt(List<String> words, int at) {
    String code = codeAt(words, at);
    return StateNames.standard(code).size();
  }

  /**
   * The code of the state whose road stands in the words, behind directions; empty if it is no
   * state's.
   *
   * @param words in standard abbreviations
   */
  public static String state(List<String> words) {
    if (!mayBegin(words)) {
      return "";
    }
    List<String> road = new ArrayList<>(words);
    abbreviate(road);
    int at = 0;
    while (at < road.size()) {
      String code = codeAt(road, at);
      int number = at + StateNames.standard(code).size();
      if (!code.isEmpty() && number < road.size() && isNumber(road.get(number))) {
        return code;
      }
      if (!Publication28.isDirection(road.get(at))) {
        return "";
      }
      at++;
    }
    return "";
  }

  /** Whether a state or a designator of its roads is the first word behind the directions. */
  private static boolean mayBegin(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.indexOf('-') >= 0
          || DESIGNATORS.contains(word)
          || !StateNames.withFirst(word).isEmpty()) {
        return true;
      }
      if (!Publication28.isDirection(word)) {
        return false;
      }
    }
    return false;
  }

  private static String codeAt(List<String> words, int at) {
    for (String code : StateNames.withFirst(words.get(at))) {
      List<String> name = StateNames.standard(code);
      int end = at + name.size();
      if (end <= words.size() && words.subList(at, end).equals(name)) {
        return code;
      }
    }
    return "";
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.length() <= MAX_DIGITS && Digits.only(word);
  }
}
