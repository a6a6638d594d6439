package countersign.postal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The written-out names of the states, by their codes. Immutable. */
public final class StateNames {
  private static final Map<String, List<String>> NAMES = new HashMap<>();
  private static final Map<String, List<String>> STANDARD = new HashMap<>();

  /** The codes of the states by the first word of their name. */
  private static final Map<String, List<String>> BY_WORD = new HashMap<>();

  /** The same in standard abbreviations, and by the code itself. */
  private static final Map<String, List<String>> BY_STANDARD = new HashMap<>();

  private static final Set<List<String>> ALL;

  static {
    for (String row : WordList.read("state-names.txt").lines()) {
      List<String> words = List.of(row.split(" ", -1));
      List<String> name = words.subList(1, words.size());
      List<String> standard = name.stream().map(Publication28::abbreviate).toList();
      String code = words.get(0);
      NAMES.put(code, name);
      STANDARD.put(code, standard);
      add(BY_WORD, name.get(0), code);
      add(BY_STANDARD, standard.get(0), code);
      add(BY_STANDARD, Publication28.abbreviate(code), code);
    }
    ALL = new HashSet<>(NAMES.values());
  }

  private StateNames() {}

  private static void add(Map<String, List<String>> codes, String word, String code) {
    codes.computeIfAbsent(word, key -> new ArrayList<>()).add(code);
  }

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
    if (at < words.size()) {
      for (String code : BY_WORD.getOrDefault(words.get(at), List.of())) {
        List<String> name = of(code);
        int end = at + name.size();
        if (end <= words.size() && words.subList(at, end).equals(name)) {
          return name.size();
        }
      }
    }
    return 0;
  }

  /**
   * The codes of the states of which the word is the code or begins the name.
   *
   * @param word in standard abbreviation
   */
  public static List<String> withFirst(String word) {
    return BY_STANDARD.getOrDefault(word, List.of());
  }

  /** Whether the words are the name of a state. */
  public static boolean is(List<String> words) {
    return ALL.contains(words);
  }
}
