package countersign.postal.remark;

import countersign.postal.Lexicon;
import countersign.postal.Publication28;
import countersign.postal.WordList;
import countersign.postal.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parks of mobile homes and shopping centers with a name: {@code Happy Trails RV Park}. Pure. */
final class NamedParks {
  private static final List<List<String>> PARKS =
      List.of(
          List.of("MOBILE", "HOME", "PARK"),
          List.of("TRAILER", "PARK"),
          List.of("RV", "PARK"),
          List.of("SHOPPING", "CENTER"));

  /** Words that are no name. */
  private static final Set<String> GENERIC = generic();

  private NamedParks() {}

  private static Set<String> generic() {
    Set<String> words = new HashSet<>(WordList.read("generic-words.txt").words());
    words.addAll(WordList.read("clerks-words.txt").words());
    return words;
  }

  /** Whether a name is before the kind of the park. */
  static boolean are(List<String> street) {
    for (List<String> park : PARKS) {
      int name = street.size() - park.size();
      if (name > 0 && street.subList(name, street.size()).equals(park)) {
        return Words.all(street.subList(0, name), NamedParks::isName);
      }
    }
    return false;
  }

  private static boolean isName(String word) {
    return word.length() > 2
        && !GENERIC.contains(word)
        && !Lexicon.isClosed(word)
        && !Publication28.isDirection(word);
  }
}
