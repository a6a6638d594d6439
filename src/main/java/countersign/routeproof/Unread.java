package countersign.routeproof;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of the files and entries that were refused before their routes were known. What another
 * part names may be there, so it is not told as missing.
 */
final class Unread {
  private static final Pattern DIRECT =
      Pattern.compile("direct:((?:[A-Za-z0-9_-]|\\{\\{[^}]*}})+)");

  private final StringBuilder texts = new StringBuilder();

  void add(String text) {
    texts.append(text).append('\n');
  }

  /** True if a file or entry was not read. */
  boolean isPartial() {
    return !texts.isEmpty();
  }

  /** True if the route may be there. */
  boolean mayHaveDirect(String name) {
    return DIRECT
        .matcher(texts)
        .results()
        .anyMatch(one -> name.matches(one.group(1).replaceAll("\\{\\{.*?}}", ".*")));
  }

  /** True if the word, or nearly the word, is there. */
  boolean mayHave(String word) {
    return texts.indexOf(word) >= 0
        || Keys.nearest(word, texts.toString().lines().toList()).isPresent();
  }

  /** True if all of the words are there. */
  boolean mayHaveAll(List<String> words) {
    return isPartial()
        && !words.isEmpty()
        && words.stream().allMatch(word -> texts.indexOf(word) >= 0);
  }
}
