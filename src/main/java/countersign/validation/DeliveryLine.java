package countersign.validation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the delivery line in one line of an address: a style of Publication 28 with its locator.
 *
 * @param addressee words before it that name who receives, if any
 * @param street words of the street's name, suffix included; empty for boxes and routes
 * @param after words after the street's suffix; empty if there is none
 */
record DeliveryLine(List<String> addressee, List<String> street, List<String> after) {
  private static final int MAX_NUMBER = 10;
  private static final Set<String> NUMBERS =
      Set.of("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN");
  private static final Set<String> PUERTO_RICO =
      Set.of("URB", "COND", "BO", "CALLE", "RES", "EXT", "AVE", "CARR");

  /**
   * Looks for one.
   *
   * @param whole the line's words; a box may carry the ZIP as its number
   * @param own the same without the request's own last line at its end
   * @param state upper case; Puerto Rico has a form of its own
   */
  static Optional<DeliveryLine> find(List<String> whole, List<String> own, String state) {
    int box = Boxes.start(whole);
    if (box >= 0 && !hasNumber(whole.subList(0, box))) {
      return Optional.of(withoutStreet(whole.subList(0, box)));
    }
    Optional<DeliveryLine> street = street(own);
    if (street.isPresent()) {
      return street;
    }
    if (box >= 0) {
      return Optional.of(withoutStreet(whole.subList(0, box)));
    }
    return state.equals("PR") ? puertoRico(own) : Optional.empty();
  }

  private static DeliveryLine withoutStreet(List<String> addressee) {
    return new DeliveryLine(addressee, List.of(), List.of());
  }

  private static Optional<DeliveryLine> puertoRico(List<String> own) {
    for (int i = 0; i < own.size(); i++) {
      if (PUERTO_RICO.contains(own.get(i)) && hasNumber(own)) {
        return Optional.of(withoutStreet(own.subList(0, i)));
      }
    }
    return Optional.empty();
  }

  private static Optional<DeliveryLine> street(List<String> line) {
    int start = Units.past(line, 0);
    int number = number(line, start);
    if (number < 0) {
      return Optional.empty();
    }
    List<String> before = line.subList(start, number);
    if (!before.isEmpty() && !Institutions.isAddressee(before)) {
      return Optional.empty();
    }
    int from = Units.isDesignated(line, start, number) ? number + 1 : number;
    return isNumber(line, from) ? named(line, from + 1, before) : Optional.empty();
  }

  /** The word that the line is divided at: a first ONE to TEN, else the first with a digit. */
  private static int number(List<String> line, int start) {
    if (start < line.size() && NUMBERS.contains(line.get(start))) {
      return start;
    }
    int spelt = -1;
    for (int i = start; i < line.size(); i++) {
      if (hasLocatorDigit(line.get(i))) {
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
    while (end < line.size() && !Units.begins(line, end)) {
      letter |= Presence.hasLetter(line.get(end));
      suffix = Publication28.isSuffix(line.get(end)) ? end : suffix;
      end++;
    }
    if (!letter) {
      return Optional.empty();
    }
    return Optional.of(
        suffix < 0
            ? new DeliveryLine(addressee, line.subList(at, end), List.of())
            : new DeliveryLine(
                addressee, line.subList(at, suffix + 1), line.subList(suffix + 1, line.size())));
  }

  private static boolean isNumber(List<String> line, int at) {
    return at < line.size()
        && (NUMBERS.contains(line.get(at))
            || (line.get(at).length() <= MAX_NUMBER && hasLocatorDigit(line.get(at))));
  }

  private static boolean isFraction(String word) {
    return word.indexOf('/') > 0 && !Presence.hasLetter(word);
  }

  private static boolean hasNumber(List<String> words) {
    for (String word : words) {
      if (hasLocatorDigit(word)) {
        return true;
      }
    }
    return false;
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
