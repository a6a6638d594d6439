package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.postal.Publication28;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.validation.Digits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names with a suffix that are a kind of place or a thing: {@code Rescue Mission}, {@code Freeway
 * Overpass}, {@code Primary Key}. A word for shelter counts anywhere in a name; of the other kinds
 * the whole name must be. Pure.
 */
final class KindsOfPlace {
  private static final WordList LIST = WordList.read("kinds-of-places.txt");
  private static final List<Kind> KINDS = kinds();

  private static final Map<String, List<Kind>> BY_SUFFIX = bySuffix();

  /**
   * A kind of place.
   *
   * @param words the words of its names
   * @param suffixes the suffixes behind them, in standard abbreviations
   * @param anywhere whether one of the words in a name is enough, as for a shelter
   */
  private record Kind(Set<String> words, Set<String> suffixes, boolean anywhere) {}

  private KindsOfPlace() {}

  /** Whether the street is one. */
  static boolean is(DeliveryLine line) {
    if (line.form() != Form.SUFFIX || line.name() == 0) {
      return false;
    }
    String suffix = Publication28.abbreviate(line.street().get(line.street().size() - 1));
    List<Kind> kinds = BY_SUFFIX.getOrDefault(suffix, List.of());
    if (kinds.isEmpty()) {
      return false;
    }
    List<String> name =
        line.nameWords().stream().filter(word -> !word.equals("THE") && !Digits.any(word)).toList();
    Kind first = kinds.get(0);
    return (first.anywhere() && Words.any(name, first.words()::contains))
        || (!name.isEmpty() && holdsAll(kinds, name));
  }

  /** Whether every word of the name is one of the same kind. */
  private static boolean holdsAll(List<Kind> kinds, List<String> name) {
    for (Kind kind : kinds) {
      if (kind.words().containsAll(name)) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, List<Kind>> bySuffix() {
    Map<String, List<Kind>> kinds = new HashMap<>();
    for (Kind kind : KINDS) {
      for (String suffix : kind.suffixes()) {
        kinds.computeIfAbsent(suffix, key -> new ArrayList<>()).add(kind);
      }
    }
    return kinds;
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    for (int heading = 1; heading < LIST.headings(); heading += 2) {
      kinds.add(new Kind(LIST.words(heading), LIST.words(heading + 1), heading == 1));
    }
    return kinds;
  }
}
