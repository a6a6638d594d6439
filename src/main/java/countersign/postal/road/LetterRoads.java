package countersign.postal.road;

import countersign.postal.Publication28;
import countersign.validation.Digits;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * State roads that the state calls by one letter, and a highway's word behind its number: {@code
 * M-52} in Michigan, {@code K-18} in Kansas, {@code A-1-A} in Florida, {@code US 70 Hwy}. Pure.
 */
final class LetterRoads {
  /** The letter of a state's roads, and the road's spelling in every state. */
  private static final Map<String, Map.Entry<String, String>> LETTERS =
      Map.of(
          "MI", Map.entry("M", "SR"),
          "KS", Map.entry("K", "SR"),
          "PA", Map.entry("T", "TR"));

  private static final Set<String> OLD = Set.of("OLD", "NEW");
  private static final List<String> OCEAN = List.of("A", "1", "A");
  private static final int MAX_DIGITS = 4;

  private LetterRoads() {}

  /**
   * Gives such a road behind a house number its spelling in every state.
   *
   * @param words words of a line, which are changed
   * @param at index behind the house number and directions
   * @param state the stated state, upper case
   */
  static void standardise(List<String> words, int at, String state) {
    if (state.equals("FL")) {
      joinOcean(words, at);
      joinOcean(words, at + 1);
    }
    Map.Entry<String, String> letter = LETTERS.get(state);
    if (letter != null) {
      boolean old = at + 1 < words.size() && OLD.contains(words.get(at)); // Old M-52
      split(words, old ? at + 1 : at, letter);
      if (isHighway(words, at)) {
        split(words, at + 1, letter);
        removeBefore(words, at);
      }
    }
    if (isHighway(words, at) && at + 2 < words.size() && words.get(at + 1).equals("US")) {
      removeBefore(words, at); // Hwy US 24
    }
    removeBehind(words, at, state);
  }

  /** Writes the road at {@code at} as its designator and its number. */
  private static void split(List<String> words, int at, Map.Entry<String, String> letter) {
    if (at >= words.size()) {
      return;
    }
    String word = words.get(at);
    boolean apart = at + 1 < words.size() && isNumber(words.get(at + 1));
    if (word.equals(letter.getKey()) && apart) {
      words.set(at, letter.getValue());
    } else if (word.startsWith(letter.getKey())) {
      String number = word.substring(word.startsWith("-", 1) ? 2 : 1);
      if (isNumber(number)) {
        words.set(at, letter.getValue());
        words.add(at + 1, number);
      }
    }
  }

  /** Writes Florida's A1A in one word. */
  private static void joinOcean(List<String> words, int at) {
    if (at + 2 < words.size() && words.subList(at, at + 3).equals(OCEAN)) {
      words.subList(at + 1, at + 3).clear();
      words.set(at, "A1A");
    } else if (at < words.size() && words.get(at).equals("A-1-A")) {
      words.set(at, "A1A");
    } else if (at + 1 < words.size()
        && (isPair(words, at, "A", "1-A") || isPair(words, at, "A-1", "A"))) {
      words.remove(at + 1);
      words.set(at, "A1A");
    }
  }

  private static boolean isPair(List<String> words, int at, String first, String second) {
    return words.get(at).equals(first) && words.get(at + 1).equals(second);
  }

  /** Removes a highway's word before a designator and its number. */
  private static void removeBefore(List<String> words, int at) {
    boolean number = at + 2 < words.size() && isNumber(words.get(at + 2));
    if (number && isDesignator(words.get(at + 1))) {
      words.remove(at);
    }
  }

  /** Removes a highway's word behind its number: {@code US 70 Hwy E}, {@code NC 11 Hwy}. */
  private static void removeBehind(List<String> words, int at, String state) {
    boolean behind =
        at + 2 < words.size() && isNumber(words.get(at + 1)) && isHighway(words, at + 2);
    if (behind && (isDesignator(words.get(at)) || words.get(at).equals(state))) {
      words.remove(at + 2);
    }
  }

  private static boolean isDesignator(String word) {
    return word.equals("US") || word.equals("SR") || word.equals("SH") || word.equals("TR");
  }

  private static boolean isHighway(List<String> words, int at) {
    return at < words.size() && Publication28.abbreviate(words.get(at)).equals("HWY");
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.length() <= MAX_DIGITS && Digits.only(word);
  }
}
