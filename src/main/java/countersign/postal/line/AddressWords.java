package countersign.postal.line;

import countersign.postal.HouseNumber;
import countersign.postal.Lexicon;
import countersign.postal.Publication28;
import countersign.postal.RoadLetters;
import countersign.postal.road.RoadQualifiers;
import countersign.postal.road.RouteSpellings;
import countersign.validation.ComparingForm;
import countersign.validation.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of an address line: comparing form, with {@code &} and {@code @} as AND and AT, and
 * with a designator separated from its number, so that {@code RR2}, {@code I-80} and {@code RR 2},
 * {@code I 80} are the same. Pure.
 */
public final class AddressWords {
  /** Designators that are written together with their number. */
  private static final Set<String> GLUED =
      Set.of(
          "RR", "RT", "RTE", "RFD", "HC", "HCR", "PSC", "CMR", "BOX", "BX", "POB", "POBOX", "APT",
          "STE", "UNIT", "BLDG", "FL", "FLR", "LVL", "APTO", "APMT", "LOT", "SPC", "TRLR", "RM",
          "PMB", "I", "IH", "US", "SR", "SH", "CR", "FM", "HWY");

  private static final int SHORT_NAME = 3;

  private AddressWords() {}

  /** Splits a line; empty if nothing is left. */
  public static List<String> of(@Nullable String line) {
    if (line == null || line.isEmpty()) {
      return new ArrayList<>();
    }
    List<String> words = ComparingForm.bareWords(LineSigns.asWords(line));
    if (words.size() > 1 && words.get(1).startsWith("FL-") && HouseNumber.isWritten(words.get(0))) {
      words.add(2, words.get(1).substring(3));
      words.set(1, "FLORIDA"); // a road, not a floor
    }
    for (int i = words.size() - 1; i >= 0; i--) {
      split(words, i);
    }
    nameSpaces(words);
    Grids.join(words);
    shortenMailbox(words);
    joinLetters(words);
    joinOrdinals(words);
    RoadSigns.drop(words);
    RouteSpellings.standardise(words);
    RoadQualifiers.moveBehind(words);
    return words;
  }

  /** Writes a space of a mobile home park as SPC: {@code 1355 Main St Sp 7}. */
  private static void nameSpaces(List<String> words) {
    for (int i = words.size() - 2; i > 1; i--) {
      if (words.get(i).equals("SP") && Digits.any(words.get(i + 1))) {
        words.set(i, "SPC");
      }
    }
  }

  /** Writes a private mailbox as PMB: {@code Private Mailbox 77}, {@code Private Mail Box 77}. */
  private static void shortenMailbox(List<String> words) {
    int at = words.indexOf("PRIVATE");
    if (at < 0 || at + 2 >= words.size()) {
      return;
    }
    boolean two = words.get(at + 1).equals("MAIL") && words.get(at + 2).equals("BOX");
    if (two || words.get(at + 1).equals("MAILBOX")) {
      words.subList(at + 1, at + (two ? 3 : 2)).clear();
      words.set(at, "PMB");
    }
  }

  /** Joins the letters of a placeholder: {@code T B D}. */
  private static void joinLetters(List<String> words) {
    for (int from = 0; from + SHORT_NAME <= words.size(); from++) {
      int to = from;
      while (to < words.size() && words.get(to).length() == 1) {
        to++;
      }
      String joined = to - from < SHORT_NAME ? "" : String.join("", words.subList(from, to));
      if (Lexicon.isClosed(joined)) {
        words.subList(from + 1, to).clear();
        words.set(from, joined);
      }
    }
  }

  /** Whether ND ends an ordinal; before a number it is North Dakota. */
  private static boolean isEndingNd(List<String> words, int at) {
    boolean state = at + 1 < words.size() && Digits.any(words.get(at + 1));
    return words.get(at).equals("ND") && !state && words.get(at - 1).endsWith("2");
  }

  /** Whether RD or ST ends an ordinal between a house number and a road: {@code 605 3 rd Ave}. */
  private static boolean isEndingBeforeRoad(List<String> words, int at) {
    String number = words.get(at - 1);
    boolean ending =
        (words.get(at).equals("RD") && number.endsWith("3") && !number.endsWith("13"))
            || (words.get(at).equals("ST") && number.endsWith("1") && !number.endsWith("11"));
    return ending
        && at > 1
        && at + 1 < words.size()
        && Digits.only(words.get(0))
        && Publication28.isRoad(words.get(at + 1));
  }

  /** Joins a number and its ending: {@code 5 th}. */
  private static void joinOrdinals(List<String> words) {
    for (int i = words.size() - 1; i > 0; i--) {
      boolean ending =
          words.get(i).length() == 2
              && (words.get(i).equals("TH")
                  || isEndingNd(words, i)
                  || isEndingBeforeRoad(words, i));
      if (ending && Digits.only(words.get(i - 1))) {
        words.set(i - 1, words.get(i - 1) + words.remove(i));
      }
    }
  }

  /** Separates a designator from its number, and what only a dot or a hyphen joins. */
  private static void split(List<String> words, int at) {
    String word = words.get(at);
    boolean digits = Digits.isDigit(word.charAt(0));
    int end = 1;
    while (end < word.length() && isLike(word.charAt(end), digits)) {
      end++;
    }
    if (end == word.length()) {
      return;
    }
    int next = isMark(word.charAt(end)) ? end + 1 : end;
    if (next == word.length()) {
      return;
    }
    if (digits ? isName(word, end, next) : isNumber(word, end, next)) {
      words.set(at, word.substring(0, end));
      words.add(at + 1, word.substring(next));
    }
  }

  private static boolean isLike(char c, boolean digits) {
    return digits ? Digits.isDigit(c) : c >= 'A';
  }

  private static boolean isMark(char c) {
    return c == '.' || c == '-';
  }

  /** Whether a name follows a number and a mark: {@code 45.Elm}, {@code 412-Oak}. */
  private static boolean isName(String word, int end, int next) {
    int letters = word.length() - next;
    if (next == end || letters < (word.charAt(end) == '.' ? 1 : SHORT_NAME)) {
      return false;
    }
    for (int i = next; i < word.length(); i++) {
      if (word.charAt(i) < 'A') {
        return false;
      }
    }
    return true;
  }

  /** Whether a number follows a designator: {@code RR2}, {@code I-80}, {@code Apt.3}. */
  private static boolean isNumber(String word, int end, int next) {
    String designator = word.substring(0, end);
    return Digits.isDigit(word.charAt(next))
        && (word.charAt(end) == '.'
            || GLUED.contains(designator)
            || RoadLetters.areInitials(designator));
  }
}
