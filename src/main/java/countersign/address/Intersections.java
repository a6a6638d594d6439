package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.postal.Publication28;
import countersign.postal.road.NumberedRoads;
import java.util.List;
import java.util.Set;

/** Recognises two streets that are joined behind a number: {@code 1 Corner Main St & Elm St}. */
final class Intersections {
  private static final Set<String> WORDS = Set.of("INTERSECTION", "CORNER", "COR", "JUNCTION");

  private static final Set<String> PLURALS =
      Set.of("STS", "STREETS", "AVES", "AVENUES", "RDS", "ROADS");

  private Intersections() {}

  /** Whether the words behind the number are two streets. */
  static boolean is(DeliveryLine line) {
    List<String> words = line.streetAndAfter();
    for (int i = 1; i + 1 < words.size(); i++) {
      if (words.get(i).equals("AND") && isCorner(words, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCorner(List<String> words, int and) {
    int first = 0;
    while (first < and && Publication28.isDirection(words.get(first))) {
      first++;
    }
    if (WORDS.contains(words.get(first))
        || NumberedRoads.isRoute(words, and + 1)
        || PLURALS.contains(words.get(words.size() - 1))) {
      return true;
    }
    boolean street = and > 1 && Publication28.isSuffix(words.get(and - 1));
    return street && and + 2 < words.size();
  }
}
