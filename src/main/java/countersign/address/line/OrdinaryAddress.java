package countersign.address.line;

import countersign.address.line.DeliveryLine.Form;
import countersign.postal.KeyboardRuns;
import countersign.postal.Lexicon;
import countersign.postal.LocatorDigits;
import countersign.postal.Ordinals;
import countersign.postal.OrdinaryWords;
import countersign.postal.Publication28;
import countersign.request.Request.Address;
import countersign.validation.ComparingForm;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A quick way to read the addresses that most requests state: {@code 412 N Oak St Apt 3} and {@code
 * PO Box 12}. It reads only lines of which every word is an ordinary one for its place, and then
 * gives what the whole parser gives; a property compares the two. Pure.
 */
final class OrdinaryAddress {
  /** Suffixes that are no name and no number's road, in standard abbreviations. */
  private static final Set<String> SUFFIXES =
      Set.of("ST", "AVE", "RD", "DR", "LN", "BLVD", "CT", "CIR", "PL", "TER", "TRL", "WAY", "PKWY");

  private static final Set<String> UNITS = Set.of("APT", "APARTMENT", "STE", "SUITE", "UNIT", "#");
  private static final int ZIP_DIGITS = 5;
  private static final int MAX_NUMBER = 6;
  private static final int MAX_ID = 4;
  private static final int MAX_NAME = 3;
  private static final String USUAL = " ,#";

  private OrdinaryAddress() {}

  /** The address as the whole parser reads it; null if one of its words is not an ordinary one. */
  static @Nullable ParsedAddress read(Address address) {
    String line1 = address.line1();
    String line2 = address.line2();
    if (line1 == null
        || !mayBegin(line1)
        || !isUsual(line1)
        || (line2 != null && !isUsual(line2))) {
      return null;
    }
    return read(ComparingForm.bareWords(line1), ComparingForm.bareWords(line2), address);
  }

  private static @Nullable ParsedAddress read(
      List<String> first, List<String> second, Address address) {
    String state = Presence.trimmed(address.state()).toUpperCase(Locale.ROOT);
    int box = box(first);
    int suffix = box > 0 ? 0 : suffix(first);
    int end = box > 0 ? box : pastDirection(first, suffix + 1);
    boolean ordinary =
        (box > 0 || suffix > 0)
            && isUnit(first, end)
            && (second.isEmpty() || (end == first.size() && isUnit(second, 0)))
            && isState(state);
    if (!ordinary) {
      return null;
    }
    List<String> city = ComparingForm.bareWords(address.city());
    String zip = Presence.trimmed(address.postalCode());
    if (isZip(first.get(Math.max(0, box - 1)), zip)
        || isLastLine(first, zip, state, city)
        || isLastLine(second, zip, state, city)) {
      return null;
    }
    StatedLines lines = new StatedLines(first, first, second, second, state, city);
    DeliveryLine line = box > 0 ? box(first, box) : street(first, suffix);
    return new ParsedAddress(lines, line, true, second, second, true);
  }

  /** Two letters, but not those of Puerto Rico, which has forms of its own. */
  private static boolean isState(String state) {
    return state.length() == 2
        && ComparingForm.isAscii(state)
        && Presence.hasLetter(state.substring(0, 1))
        && Presence.hasLetter(state.substring(1))
        && !state.equals("PR");
  }

  /** Whether a house's or a box's number begins like the request's own ZIP. */
  private static boolean isZip(String number, String zip) {
    return number.length() >= ZIP_DIGITS && zip.startsWith(number.substring(0, ZIP_DIGITS));
  }

  private static DeliveryLine street(List<String> words, int suffix) {
    return new DeliveryLine(
        Form.SUFFIX,
        List.of(),
        words.subList(0, 1),
        words.subList(1, suffix + 1),
        suffix - 1,
        List.of(),
        words.subList(suffix + 1, words.size()));
  }

  private static DeliveryLine box(List<String> words, int end) {
    return DeliveryLine.box(
        Form.BOX,
        List.of(),
        List.of("PO", "BOX", words.get(end - 1)),
        words.subList(end, words.size()));
  }

  /** Whether the text begins with a digit or with the first letter of PO BOX. */
  private static boolean mayBegin(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    char first = at < text.length() ? text.charAt(at) : ' ';
    return Digits.isDigit(first) || first == 'P' || first == 'p';
  }

  /** Whether the text has only letters and digits of ASCII, blanks, commas and lone dots. */
  private static boolean isUsual(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean dot =
          c == '.' && i > 0 && text.charAt(i - 1) > '9' && isBehindDot(text, i + 1); // Apt. 3
      if (!word && !dot && USUAL.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBehindDot(String text, int at) {
    return at == text.length()
        || text.charAt(at) > '9'
        || text.charAt(at) == ' '
        || text.charAt(at) == ',';
  }

  /** Index after the box if the words start with PO BOX and a number; 0 if they do not. */
  private static int box(List<String> words) {
    boolean box =
        words.size() > 2
            && words.get(0).equals("PO")
            && words.get(1).equals("BOX")
            && isNumber(words.get(2), MAX_NUMBER);
    return box ? 3 : 0;
  }

  /**
   * Index of the suffix behind a house number, a direction and one to three ordinary words; 0 if
   * there is none.
   */
  private static int suffix(List<String> words) {
    if (words.size() < 3 || !isNumber(words.get(0), MAX_NUMBER)) {
      return 0;
    }
    int name = Publication28.isDirection(words.get(1)) ? 2 : 1;
    int at = name;
    while (at < words.size() && at <= name + MAX_NAME && isName(words, at)) {
      at++;
    }
    boolean named = at > name && at <= name + MAX_NAME && at < words.size();
    boolean known = named || (at == name && isWholeName(words, at));
    int suffix = named ? at : at + 1;
    return known && isSuffix(words.get(suffix)) ? suffix : 0;
  }

  private static boolean isSuffix(String word) {
    return Publication28.isSuffix(word) && SUFFIXES.contains(Publication28.abbreviate(word));
  }

  /** Whether a word that is no ordinary one is a usual name all the same: {@code 5th Ave}. */
  private static boolean isWholeName(List<String> words, int at) {
    return at + 1 < words.size()
        && (OrdinaryWords.isWholeName(words.get(at)) || Ordinals.is(words.get(at)));
  }

  /** Index behind the direction at {@code at}: {@code 641 Oak St NW}. */
  private static int pastDirection(List<String> words, int at) {
    return at < words.size() && Publication28.isDirection(words.get(at)) ? at + 1 : at;
  }

  private static boolean isName(List<String> words, int at) {
    String word = words.get(at);
    return OrdinaryWords.is(word) && !KeyboardRuns.is(word) && !Lexicon.isDisguised(words, at);
  }

  /** Whether only a unit with its number is left, or nothing. */
  private static boolean isUnit(List<String> words, int at) {
    return at == words.size()
        || (at + 2 == words.size() && UNITS.contains(words.get(at)) && isId(words.get(at + 1)));
  }

  /** A number with or without a letter behind it: {@code 3B}. */
  private static boolean isId(String word) {
    int last = word.length() - 1;
    boolean letter = last > 0 && word.charAt(last) >= 'A' && word.charAt(last) <= 'Z';
    return letter ? isNumber(word.substring(0, last), MAX_ID) : isNumber(word, MAX_ID);
  }

  private static boolean isNumber(String word, int digits) {
    return word.length() <= digits
        && Digits.only(word)
        && word.charAt(0) != '0'
        && LocatorDigits.in(word);
  }

  /** Whether the last word may belong to the request's own last line. */
  private static boolean isLastLine(
      List<String> words, String zip, String state, List<String> city) {
    if (words.isEmpty()) {
      return false;
    }
    String last = words.get(words.size() - 1);
    return last.equals(state)
        || last.equals(zip)
        || (!city.isEmpty()
            && Publication28.abbreviate(city.get(city.size() - 1))
                .equals(Publication28.abbreviate(last)));
  }
}
