package countersign.address;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The written-out names of the states, by their codes. Immutable. */
final class StateNames {
  private static final Map<String, List<String>> NAMES = new HashMap<>();

  static {
    for (String row : WordList.read("state-names.txt").lines()) {
      List<String> words = List.of(row.split(" ", -1));
      NAMES.put(words.get(0), words.subList(1, words.size()));
    }
  }

  private StateNames() {}

  /** The words of a state's name; empty if the code is unknown. */
  static List<String> of(String code) {
    return NAMES.getOrDefault(code, List.of());
  }

  /** Whether the words are the name of a state. */
  static boolean is(List<String> words) {
    return NAMES.containsValue(words);
  }
}
