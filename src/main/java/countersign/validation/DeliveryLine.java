package countersign.validation;

import java.util.ArrayList;
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
  private static final Set<String> NUMBERS =
      Set.of("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN");
  private static final Set<String> PUERTO_RICO =
      Set.of("URB", "COND", "BO", "CALLE", "RES", "EXT", "AVE", "CARR");

  /**
   * Looks for one.
   *
   * @param whole the line's words
   * @param own the same without the request's own last line at its end
   */
  static Optional<DeliveryLine> find(List<String> whole, List<String> own, String state) {
    if (isBox(whole) || isRoute(whole) || isMilitary(whole)) {
      return Optional.of(new DeliveryLine(List.of(), List.of(), List.of()));
    }
    Optional<DeliveryLine> street = street(own);
    if (street.isPresent()) {
      return street;
    }
    boolean island =
        state.equals("PR")
            && own.stream().anyMatch(PUERTO_RICO::contains)
            && own.stream().anyMatch(DeliveryLine::hasLocatorDigit);
    return island
        ? Optional.of(new DeliveryLine(List.of(), List.of(), List.of()))
        : Optional.empty();
  }

  private static Optional<DeliveryLine> street(List<String> line) {
    int start = 0;
    if (start + 1 < line.size()
        && Publication28.isUnit(line.get(start))
        && !line.get(start).equals("BOX")) {
      start =
          line.get(start).equals("#")
                  || hasDigit(line.get(start + 1))
                  || line.get(start + 1).length() == 1
              ? 2
              : 0;
    }
    int number = start;
    while (number < line.size() && !isNumber(line.get(number))) {
      number++;
    }
    if (number == line.size()) {
      return Optional.empty();
    }
    List<String> before = line.subList(start, number);
    if (!before.isEmpty() && !Institutions.isAddressee(before)) {
      return Optional.empty();
    }
    return name(line, number + 1).map(found -> found.addressedTo(before));
  }

  private DeliveryLine addressedTo(List<String> words) {
    return new DeliveryLine(List.copyOf(words), street, after);
  }

  private static Optional<DeliveryLine> name(List<String> line, int from) {
    int at = from;
    if (at < line.size() && line.get(at).matches("[1-9]\\d?/\\d{1,2}")) {
      at++;
    }
    int end = at;
    while (end < line.size()
        && !(end > at && Publication28.isUnit(line.get(end)) || line.get(end).equals("#"))) {
      end++;
    }
    List<String> words = line.subList(at, end);
    if (words.stream().noneMatch(Presence::hasLetter)) {
      return Optional.empty();
    }
    if (Publication28.isUnit(words.get(0)) && words.size() <= 2) {
      return Optional.empty();
    }
    int suffix = -1;
    for (int i = 1; i < words.size(); i++) {
      if (Publication28.isSuffix(words.get(i))) {
        suffix = i;
        break;
      }
    }
    List<String> street = suffix < 0 ? words : words.subList(0, suffix + 1);
    List<String> rest =
        new ArrayList<>(suffix < 0 ? List.of() : words.subList(suffix + 1, words.size()));
    return Optional.of(new DeliveryLine(List.of(), List.copyOf(street), List.copyOf(rest)));
  }

  private static boolean isNumber(String word) {
    return hasLocatorDigit(word) && word.length() <= 10 || NUMBERS.contains(word);
  }

  private static boolean isBox(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      int id =
          starts(line, i, "PO", "BOX")
              ? i + 2
              : starts(line, i, "P", "O", "BOX")
                  ? i + 3
                  : starts(line, i, "POST", "OFFICE", "BOX") ? i + 3 : -1;
      int past = id > 0 && id < line.size() && line.get(id).equals("#") ? id + 1 : id;
      if (past > 0 && past < line.size() && hasDigit(line.get(past))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRoute(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      int number =
          starts(line, i, "RR") || starts(line, i, "HC")
              ? i + 1
              : starts(line, i, "RURAL", "ROUTE") || starts(line, i, "HIGHWAY", "CONTRACT")
                  ? i + 2
                  : -1;
      if (number > 0 && boxFollows(line, number)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMilitary(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      boolean starts = starts(line, i, "PSC") || starts(line, i, "UNIT") || starts(line, i, "CMR");
      if (starts && boxFollows(line, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean boxFollows(List<String> line, int number) {
    return number + 2 < line.size()
        && hasDigit(line.get(number))
        && line.get(number + 1).equals("BOX")
        && hasDigit(line.get(number + 2));
  }

  private static boolean starts(List<String> line, int at, String... words) {
    return at + words.length <= line.size()
        && line.subList(at, at + words.length).equals(List.of(words));
  }

  private static boolean hasLocatorDigit(String word) {
    return word.chars().anyMatch(c -> c >= '1' && c <= '9');
  }

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
