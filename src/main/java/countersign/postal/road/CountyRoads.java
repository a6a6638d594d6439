package countersign.postal.road;

import countersign.postal.Publication28;
import countersign.postal.StreetWords;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * County roads with the name of the county or its initials: {@code Weld County Road 13} and {@code
 * WCR 13}. Pure.
 */
public final class CountyRoads {
  private static final String ROAD = "CR";
  private static final String VOWELS = "AEIOUY";

  /** Counties that do not use their initials, because another county is known by them. */
  private static final Set<String> OTHERS = Set.of("WASHINGTON");

  /** First words of a county's name of two words. */
  private static final Set<String> FIRST = WordList.read("street-names.txt").words(8);

  private CountyRoads() {}

  /**
   * Index of CR behind a county's name of one or two words.
   *
   * @return -1 if there is none
   */
  public static int behindCounty(List<String> line, int at, int end) {
    for (int road = at + 1; road <= at + 2 && road + 1 < end; road++) {
      if (line.get(road).equals(ROAD)) {
        return road == at + 1 || FIRST.contains(line.get(at)) ? road : -1;
      }
    }
    return -1;
  }

  /**
   * Writes a county's name before CR as its initials.
   *
   * @param words in standard abbreviations, which are changed
   * @param road index of CR; another word there changes nothing
   */
  public static void abbreviate(List<String> words, int road) {
    int from = start(words, road);
    if (from < road) {
      String initials = initials(words.subList(from, road));
      words.subList(from, road).clear();
      words.set(from, initials + ROAD);
    }
  }

  /** Whether a county's name is before CR, not only its initials; the parameters are the same. */
  public static boolean isNamed(List<String> words, int road) {
    return Words.any(words.subList(start(words, road), road), word -> !isInitials(word));
  }

  /** Removes a county's name before CR; the parameters are the same. */
  public static void leaveOut(List<String> words, int road) {
    words.subList(start(words, road), road).clear();
  }

  /** Index of the first word of the county's name; the road's if there is none. */
  private static int start(List<String> words, int road) {
    if (road < 1 || road >= words.size() || !words.get(road).equals(ROAD)) {
      return road;
    }
    int from = road;
    while (from > 0 && isCounty(words.get(from - 1))) {
      from--;
    }
    return from;
  }

  private static boolean isCounty(String word) {
    return !Publication28.isDirection(word)
        && !Digits.any(word)
        && (!StreetWords.isQualifier(word) || FIRST.contains(word))
        && !OTHERS.contains(word);
  }

  private static boolean isInitials(String word) {
    return word.length() <= 2 && word.chars().noneMatch(c -> VOWELS.indexOf(c) >= 0);
  }

  private static String initials(List<String> county) {
    StringBuilder initials = new StringBuilder();
    for (String word : county) {
      initials.append(isInitials(word) ? word : word.substring(0, 1));
    }
    return initials.toString();
  }
}
