package countersign.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The delivery line found in one line of an address, in one of the styles of Publication 28.
 *
 * @param addressee words before the delivery line that name the recipient or a building; empty if
 *     there are none
 * @param street words of the street's name, including its suffix; empty for boxes and routes
 * @param after words after the street's suffix or the box; empty if there are none
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

  /** Last words of buildings' names. */
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

  /** Kinds of roads that may have a doubled letter as name. */
  private static final Set<String> LETTERED = Set.of("COUNTY", "CO", "STATE");

  /**
   * Finds a delivery line.
   *
   * @param whole all words of the line; a box may have the ZIP as its number
   * @param own the words without the request's own city, state and ZIP at the end
   * @param state upper case; Puerto Rico has its own address forms
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

  /** Words of the street's name and the words after it. */
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
                || !Institutions.named(
                    before, before.size())); // the number after FIELD OFFICE is not a unit's id
    int from = id ? number + 1 : number;
    return isNumber(line, from) ? named(line, from + 1, before) : Optional.empty();
  }

  /**
   * Whether the words name a building: {@code Willis Tower}, but not {@code Tower} alone, because
   * the number may belong to it.
   */
  private static boolean isBuilding(List<String> words) {
    return words.size() > 1 && BUILDINGS.contains(words.get(words.size() - 1));
  }

  /**
   * After a building, a number is a house number only before a street with a suffix, because it may
   * otherwise belong to the building.
   */
  private static Optional<DeliveryLine> behindBuilding(
      List<String> line, int number, List<String> building) {
    return isNumber(line, number)
        ? named(line, number + 1, building)
            .filter(found -> found.street().size() > 1)
            .filter(found -> Publication28.isSuffix(found.street().get(found.street().size() - 1)))
        : Optional.empty();
  }

  /**
   * Index of the word that may be the house number: a leading ONE to TEN, otherwise the first word
   * with a digit.
   */
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

  /** Includes a doubled letter in the street's name: {@code County Road AA}, {@code Hwy EE}. */
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

  /** Whether one of the words contains a digit from 1 to 9. */
  static boolean hasNumber(List<String> words) {
    for (String word : words) {
      if (hasLocatorDigit(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the word is an ordinal such as {@code 5TH}: a street's name or a floor, never a house
   * number.
   */
  static boolean isOrdinal(String word) {
    int digits = word.length() - 2;
    if (digits < 1 || !ORDINALS.contains(word.substring(digits))) {
      return false;
    }
    return Digits.only(word.substring(0, digits));
  }

  /** Whether a word contains a digit from 1 to 9. */
  static boolean hasLocatorDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= '1' && word.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }
}
