package countersign.postal;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The written-out names of the states, by their codes. Immutable. */
public final class StateNames {
  private static final Map<String, List<String>> NAMES = new HashMap<>();
  private static final Map<String, List<String>> STANDARD = new HashMap<>();

  static {
    for (String row : WordList.read("state-names.txt").lines()) {
      List<String> words = List.of(row.split(" ", -1));
      List<String> name = words.subList(1, words.size());
      NAMES.put(words.get(0), name);
      STANDARD.put(words.get(0), name.stream().map(Publication28::abbreviate).toList());
    }
  }

  private StateNames() {}

  /** The words of a state's name; empty if the code is unknown. */
  public static List<String> of(String code) {
    return NAMES.getOrDefault(code, List.of());
  }

  /** The words of a state's name in standard abbreviations; empty if the code is unknown. */
  public static List<String> standard(String code) {
    return STANDARD.getOrDefault(code, List.of());
  }

  /** How many words at an index are the name of a state; 0 if they are none. */
  public static int lengthAt(List<String> words, int at) {
    for (List<String> name : NAMES.values()) {
      int end = at + name.size();
      if (end <= words.size() && words.subList(at, end).equals(name)) {
        return name.size();
      }
    }
    return 0;
  }

  /** The codes of all states with a name. */
  public static Set<String> codes() {
    return Collections.unmodifiableSet(NAMES.keySet());
  }

  /** Whether the words are the name of a state. */
  public static boolean is(List<String> words) {
    return NAMES.containsValue(words);
  }
}
