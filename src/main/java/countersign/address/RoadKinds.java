package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.postal.Publication28;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * Kinds of road that are no name without a number: {@code State Highway}, {@code County Road},
 * {@code Forest Service Road}. Pure.
 */
final class RoadKinds {
  private static final WordList LIST = WordList.read("street-names.txt");
  private static final Set<String> ALONE = LIST.words(16);
  private static final Set<String> WITH_NUMBER = LIST.words(17);
  private static final Set<String> ROADS = Set.of("RD", "HWY", "RTE");
  private static final Set<String> ROUTES = Set.of("HWY", "RTE");
  private static final List<String> RURAL = List.of("RURAL");
  private static final List<String> OLD = List.of("OLD");
  private static final List<String> SERVICE = List.of("FOREST", "SERVICE");

  private RoadKinds() {}

  /** Whether all words are kinds of a road, so that a number behind the suffix is the road's. */
  static boolean are(List<String> name) {
    return !name.isEmpty()
        && Words.all(
            name,
            word ->
                ALONE.contains(word)
                    || WITH_NUMBER.contains(word)
                    || Publication28.isDirection(word));
  }

  /**
   * Whether an id behind the street is the road's, not a unit's: {@code Parish Road 12}, {@code
   * Park Road 4}. A road has its number behind any name; a letter only behind a kind of road.
   */
  static boolean isNumbered(DeliveryLine line, String id) {
    String suffix = Publication28.abbreviate(line.street().get(line.name()));
    return ROUTES.contains(suffix)
        || (suffix.equals("RD") && Digits.any(id))
        || are(line.nameWords());
  }

  /** Whether the street is a kind of road without a number or a letter. */
  static boolean isWithoutNumber(DeliveryLine line) {
    if (line.form() != Form.SUFFIX) {
      return false;
    }
    String suffix = Publication28.abbreviate(line.street().get(line.name()));
    if (!ROADS.contains(suffix)) {
      return false;
    }
    List<String> after = line.after();
    boolean numbered =
        !after.isEmpty()
            && !Publication28.isDirection(after.get(0))
            && (Digits.any(after.get(0)) || after.get(0).length() <= 2);
    return !numbered && isKind(line.nameWords(), suffix);
  }

  private static boolean isKind(List<String> name, String suffix) {
    List<String> words = name.stream().filter(word -> !Publication28.isDirection(word)).toList();
    boolean route = ROUTES.contains(suffix);
    if (name.equals(RURAL) || (route && words.equals(OLD))) {
      return true;
    }
    return !words.isEmpty()
        && (words.equals(SERVICE)
            || Words.all(
                words,
                word ->
                    ALONE.contains(word)
                        || (route && WITH_NUMBER.contains(word))
                        || (words.size() > 1 && word.equals("U"))
                        || (words.size() > 1 && word.equals("S"))));
  }
}
