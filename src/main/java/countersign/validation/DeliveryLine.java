package countersign.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the delivery line in one line of an address: a style of Publication 28 with its locator.
 *
 * @param addressee words before it that name who receives, or a building; empty if there is none
 * @param street words of the street's name, suffix included; empty for boxes and routes
 * @param after words after the street's suffix or the box; empty if there is none
 */
record DeliveryLine(List<String> addressee, List<String> street, List<String> after) {
  private static final int MAX_NUMBER = 10;
  private static final Set<String> NUMBERS =
      Set.of("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN");
  private static final Set<String> PUERTO_RICO =
      Set.of(
          "URB", "COND", "BO", "CALLE", "RES", "EXT", "AVE", "CARR", "BDA", "PARC", "REPTO", "SECT",
          "EDIF", "JARD", "VILLA");
  private static final Set<String> ORDINALS = Set.of("ST", "ND", "RD", "TH");

  /** What the name of a building ends with. */
  private static final Set<String> BUILDINGS =
      Set.of(
          "APARTMENTS",
          "APTS",
          "BLDG",
          "BUILDING",
          "CENTER",
          "CONDOMINIUM",
          "CONDOMINIUMS",
          "HOTEL",
          "HOUSE",
          "LOFTS",
          "MALL",
          "MANOR",
          "PLAZA",
          "RESIDENCES",
          "TOWER",
          "TOWERS");

  /** Roads that are called by letters, doubled ones too. */
  private static final Set<String> LETTERED = Set.of("COUNTY", "CO", "STATE");

  /**
   * Looks for one.
   *
   * @param whole the line's words; a box may carry the ZIP as its number
   * @param own the same without the request's own last line at its end
   * @param state upper case; Puerto Rico has a form of its own
   */
  static Optional<DeliveryLine> find(List<String> whole, List<String> own, String state) {
    Optional<DeliveryLine> box = BoxAddresses.find(whole).map(span -> box(whole, span));
    if (box.isPresent() && !hasNumber(box.get().addressee())) {
      return box;
    }
    Optional<DeliveryLine> street = street(own);
    if (street.isPresent()) {
      return street;
    }
    if (box.isPresent()) {
      return box;
    }
    return state.equals("PR") ? puertoRico(own) : Optional.empty();
  }

  /** What a street is called and what stands behind it, in one. */
  List<String> streetAndAfter() {
    List<String> both = new ArrayList<>(street);
    both.addAll(after);
    return both;
  }

  private static DeliveryLine box(List<String> line, BoxAddresses.Span span) {
    return new DeliveryLine(
        line.subList(0, span.start()), List.of(), line.subList(span.end(), line.size()));
  }

  private static Optional<DeliveryLine> puertoRico(List<String> own) {
    for (int i = 0; i < own.size(); i++) {
      if (PUERTO_RICO.contains(Publication28.abbreviate(own.get(i))) && hasNumber(own)) {
        return Optional.of(new DeliveryLine(own.subList(0, i), List.of(), List.of()));
      }
    }
    return Optional.empty();
  }

  private static Optional<DeliveryLine> street(List<String> line) {
    int start = SecondaryUnits.pastAll(line);
    int number = number(line, start);
    if (number < 0) {
      return Optional.empty();
    }
    List<String> before = line.subList(start, number);
    if (!before.isEmpty() && !Institutions.isAddressee(before)) {
      return isBuilding(before) ? behindBuilding(line, number, before) : Optional.empty();
    }
    boolean id =
        SecondaryUnits.isDesignated(line, start, number)
            && (isNumber(line, number + 1)
                || !Institutions.named(before, before.size())); // FIELD OFFICE is none
    int from = id ? number + 1 : number;
    return isNumber(line, from) ? named(line, from + 1, before) : Optional.empty();
  }

  /** {@code Willis Tower}, but not {@code Tower}, which the number may be of. */
  private static boolean isBuilding(List<String> words) {
    return words.size() > 1 && BUILDINGS.contains(words.get(words.size() - 1));
  }

  /** A number that may be the building's is a house number only before a street with its suffix. */
  private static Optional<DeliveryLine> behindBuilding(
      List<String> line, int number, List<String> building) {
    return isNumber(line, number)
        ? named(line, number + 1, building)
            .filter(found -> found.street().size() > 1)
            .filter(found -> Publication28.isSuffix(found.street().get(found.street().size() - 1)))
        : Optional.empty();
  }

  /** The word that the line is divided at: a first ONE to TEN, else the first with a digit. */
  private static int number(List<String> line, int start) {
    if (start < line.size() && NUMBERS.contains(line.get(start))) {
      return start;
    }
    int spelt = -1;
    for (int i = start; i < line.size(); i++) {
      if (hasLocatorDigit(line.get(i)) && !isOrdinal(line.get(i))) {
        return i;
      }
      spelt = spelt < 0 && NUMBERS.contains(line.get(i)) ? i : spelt;
    }
    return spelt;
  }

  private static Optional<DeliveryLine> named(List<String> line, int from, List<String> addressee) {
    int at = from < line.size() && isFraction(line.get(from)) ? from + 1 : from;
    int end = at;
    int suffix = -1;
    boolean letter = false;
    while (end < line.size() && !SecondaryUnits.begins(line, end)) {
      letter |= Presence.hasLetter(line.get(end));
      suffix = Publication28.isSuffix(line.get(end)) ? end : suffix;
      end++;
    }
    if (!letter) {
      return Optional.empty();
    }
    suffix = suffix < 0 ? suffix : throughLetters(line, at, suffix, end);
    return Optional.of(
        suffix < 0
            ? new DeliveryLine(addressee, line.subList(at, end), List.of())
            : new DeliveryLine(
                addressee, line.subList(at, suffix + 1), line.subList(suffix + 1, line.size())));
  }

  /** {@code County Road AA} and {@code Hwy EE} are whole names. */
  private static int throughLetters(List<String> line, int at, int suffix, int end) {
    String next = suffix + 1 < end ? line.get(suffix + 1) : "";
    boolean doubled =
        next.length() == 2 && next.charAt(0) == next.charAt(1) && Presence.hasLetter(next);
    boolean called = suffix == at ? !next.equals("XX") : LETTERED.contains(line.get(suffix - 1));
    return doubled && called ? suffix + 1 : suffix;
  }

  private static boolean isNumber(List<String> line, int at) {
    return at < line.size()
        && (NUMBERS.contains(line.get(at))
            || (line.get(at).length() <= MAX_NUMBER
                && hasLocatorDigit(line.get(at))
                && !isOrdinal(line.get(at))));
  }

  private static boolean isFraction(String word) {
    return word.indexOf('/') > 0 && !Presence.hasLetter(word);
  }

  /** Whether one of the words has a digit from 1 to 9. */
  static boolean hasNumber(List<String> words) {
    for (String word : words) {
      if (hasLocatorDigit(word)) {
        return true;
      }
    }
    return false;
  }

  /** {@code 5TH}: a street's name or a floor, and nobody's house number. */
  static boolean isOrdinal(String word) {
    int digits = word.length() - 2;
    if (digits < 1 || !ORDINALS.contains(word.substring(digits))) {
      return false;
    }
    return Digits.only(word.substring(0, digits));
  }

  /** Whether a word has a digit from 1 to 9. */
  static boolean hasLocatorDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= '1' && word.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }
}
