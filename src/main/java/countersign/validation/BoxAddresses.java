package countersign.validation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Delivery lines without a street: post office boxes, rural and highway contract routes, military
 * and Department of State boxes.
 */
final class BoxAddresses {
  /** Every line with a box contains at least one of these words. */
  private static final Set<String> SIGNS = Set.of("BOX", "POB", "DRAWER", "LOCKBOX", "CALLER");

  private static final List<List<String>> BOX =
      List.of(
          List.of("PO", "BOX"),
          List.of("P", "O", "BOX"),
          List.of("POST", "OFFICE", "BOX"),
          List.of("POB"),
          List.of("DRAWER"),
          List.of("LOCKBOX"),
          List.of("CALLER"));
  private static final List<List<String>> NUMBERED =
      List.of(
          List.of("RR"),
          List.of("RT"),
          List.of("RTE"),
          List.of("ROUTE"),
          List.of("RFD"),
          List.of("HC"),
          List.of("HCR"),
          List.of("HIGHWAY", "CONTRACT"),
          List.of("HIGHWAY", "CONTRACT", "ROUTE"),
          List.of("PSC"),
          List.of("UNIT"),
          List.of("CMR"));

  private BoxAddresses() {}

  /**
   * Position of a box in a line.
   *
   * @param start index of its first word
   * @param end index after its number
   */
  record Span(int start, int end) {}

  /** Whether the line contains a word that every line with a box has. */
  static boolean signed(List<String> line) {
    for (String word : line) {
      if (SIGNS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Finds the first box and its numbers. */
  static Optional<Span> find(List<String> line) {
    return signed(line) ? search(line) : Optional.empty();
  }

  private static Optional<Span> search(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      int end = Math.max(box(line, i), numbered(line, i));
      if (end > 0) {
        return Optional.of(new Span(i, end));
      }
    }
    return Optional.empty();
  }

  /** Index after a box's id; 0 if no box starts at {@code at}. */
  private static int box(List<String> line, int at) {
    for (List<String> words : BOX) {
      if (starts(line, at, words)) {
        int id = id(line, at + words.size());
        if (id < line.size() && DeliveryLine.hasLocatorDigit(line.get(id))) {
          return id + 1;
        }
      }
    }
    return 0;
  }

  private static int numbered(List<String> line, int at) {
    for (List<String> words : NUMBERED) {
      int number = at + words.size();
      if (starts(line, at, words)
          && number + 1 < line.size()
          && line.get(number + 1).equals("BOX")) {
        int id = id(line, number + 2);
        if (id < line.size()
            && Digits.any(line.get(id))
            && DeliveryLine.hasLocatorDigit(line.get(number))) {
          return id + 1;
        }
      }
    }
    return 0;
  }

  private static int id(List<String> line, int at) {
    return at < line.size() && line.get(at).equals("#") ? at + 1 : at;
  }

  private static boolean starts(List<String> line, int at, List<String> words) {
    return at + words.size() <= line.size()
        && line.get(at).equals(words.get(0))
        && line.subList(at, at + words.size()).equals(words);
  }
}
