package countersign.postal;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds phrases in a line; they are indexed by their first word. Immutable. */
public final class Phrases {
  private final Map<String, List<String[]>> byFirst;

  /**
   * Indexes the phrases.
   *
   * @param phrases in comparing form, none empty
   */
  public Phrases(Collection<String> phrases) {
    this.byFirst =
        new HashMap<>(
            phrases.stream()
                .map(phrase -> phrase.split(" ", -1))
                .collect(Collectors.groupingBy(words -> words[0])));
  }

  /** Whether there are no phrases. */
  boolean isEmpty() {
    return byFirst.isEmpty();
  }

  /** Whether the line contains one of the phrases. */
  public boolean in(List<String> line) {
    return in(line, 0);
  }

  /**
   * Whether the line contains one of the phrases, ending at {@code end} or later.
   *
   * @param end smallest index after the phrase's last word
   */
  public boolean in(List<String> line, int end) {
    for (int i = 0; i < line.size() && !byFirst.isEmpty(); i++) {
      List<String[]> phrases = byFirst.get(line.get(i));
      if (phrases != null && occursOne(phrases, line, i, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean occursOne(
      List<String[]> phrases, List<String> line, int at, int smallestEnd) {
    for (String[] phrase : phrases) {
      if (at + phrase.length >= smallestEnd && occursAt(phrase, line, at)) {
        return true;
      }
    }
    return false;
  }

  /** Index of the first word of a phrase in the line; -1 if it contains none. */
  public int indexIn(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      for (String[] phrase : byFirst.getOrDefault(line.get(i), List.of())) {
        if (occursAt(phrase, line, i)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean occursAt(String[] phrase, List<String> line, int at) {
    int end = at + phrase.length;
    return end <= line.size() && line.subList(at, end).equals(Arrays.asList(phrase));
  }
}
