package countersign.address.line;

import countersign.postal.Publication28;
import countersign.postal.line.AddressWords;
import countersign.postal.road.LocalRoads;
import countersign.request.Request.Address;
import countersign.validation.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The two address lines of a request as words, each with and without the request's own last line
 * (city, state and ZIP) at its end. Each of the three is removed at most once in a line, from line
 * 2 first.
 *
 * @param first line 1
 * @param ownFirst line 1 without the last line
 * @param second line 2
 * @param ownSecond line 2 without the last line
 * @param state the stated state, upper case; empty if missing
 * @param city the words of the stated city; empty if missing
 */
public record StatedLines(
    List<String> first,
    List<String> ownFirst,
    List<String> second,
    List<String> ownSecond,
    String state,
    List<String> city) {
  private static final List<List<String>> COUNTRIES =
      List.of(
          List.of("USA"),
          List.of("UNITED", "STATES"),
          List.of("UNITED", "STATES", "OF", "AMERICA"),
          List.of("U", "S", "A"),
          List.of("US"));

  /** Last words of the countries; none has another spelling. */
  private static final Set<String> LAST_OF_COUNTRIES =
      Set.of("USA", "STATES", "AMERICA", "A", "US");

  /** Reads the lines of an address. */
  public static StatedLines of(Address address) {
    List<String> first = AddressWords.of(address.line1());
    List<String> second = AddressWords.of(address.line2());
    String state = Presence.trimmed(address.state()).toUpperCase(Locale.ROOT);
    LocalRoads.standardise(first, state);
    LocalRoads.standardise(second, state);
    OwnLastLine last = new OwnLastLine(address);
    List<String> ownSecond = last.takenFrom(second, !first.isEmpty());
    List<String> ownFirst = last.takenFrom(first, !second.isEmpty());
    return new StatedLines(first, ownFirst, second, ownSecond, state, last.city());
  }

  /** Line 1 followed by line 2. */
  public List<String> whole() {
    return joined(first, second);
  }

  /** Line 1 followed by line 2, both without the last line. */
  public List<String> own() {
    return joined(ownFirst, ownSecond);
  }

  private static List<String> joined(List<String> one, List<String> other) {
    if (other.isEmpty()) {
      return one;
    }
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  /** The words without the country at their end. */
  public static List<String> withoutCountry(List<String> words) {
    if (words.isEmpty() || !LAST_OF_COUNTRIES.contains(words.get(words.size() - 1))) {
      return words;
    }
    for (List<String> country : COUNTRIES) {
      if (endsWith(words, country)) {
        return words.subList(0, words.size() - country.size());
      }
    }
    return words;
  }

  /** Whether the words end in the part, in any of its spellings. */
  public static boolean endsWith(List<String> words, List<String> part) {
    int cut = words.size() - part.size();
    if (part.isEmpty() || cut < 0) {
      return false;
    }
    for (int i = part.size() - 1; i >= 0; i--) {
      String word = words.get(cut + i);
      if (!word.equals(part.get(i))
          && !Publication28.abbreviate(word).equals(Publication28.abbreviate(part.get(i)))) {
        return false;
      }
    }
    return true;
  }
}
