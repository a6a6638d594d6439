package countersign.postal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One spelling for each word of an address when two addresses are compared: the abbreviations of
 * Publication 28, and the words of a name, such as INTERNATIONAL for INTL. Pure.
 */
public final class NameWords {
  private static final Map<String, String> WORDS = new HashMap<>();

  static {
    for (String row : WordList.read("name-words.txt").lines(1)) {
      List<String> words = List.of(row.split(" ", -1));
      words.stream().skip(1).forEach(word -> WORDS.put(word, words.get(0)));
    }
  }

  private NameWords() {}

  /** One spelling of a word. */
  public static String standard(String word) {
    String name = WORDS.get(word);
    return name == null ? Publication28.abbreviate(word) : name;
  }

  /** One spelling of each word, in a list that the caller may change. */
  public static List<String> standard(List<String> words) {
    List<String> standard = new ArrayList<>(words.size());
    for (String word : words) {
      standard.add(standard(word));
    }
    return standard;
  }
}
