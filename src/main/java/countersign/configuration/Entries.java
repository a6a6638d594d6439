package countersign.configuration;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds the name of the list entry that a problem is about, because people do not count lines. */
final class Entries {
  private static final Pattern ENTRY = Pattern.compile("([A-Za-z]+)\\[([0-9]{1,6})].*");
  private static final List<String> NAMES =
      List.of(
          "officerId",
          "registerId",
          "signatory",
          "instrument",
          "rule",
          "citation",
          "condition",
          "agency");

  private Entries() {}

  /** The problem with the name of its entry; unchanged if the entry has none. */
  static Problem named(Problem problem, List<Documents.Raw> documents) {
    Matcher entry = ENTRY.matcher(problem.path());
    if (!entry.matches()) {
      return problem;
    }
    for (Documents.Raw document : documents) {
      JsonNode tree = document.tree();
      if (tree != null && document.path().equals(problem.file())) {
        JsonNode item = tree.path(entry.group(1)).path(Integer.parseInt(entry.group(2)));
        return named(problem, item);
      }
    }
    return problem;
  }

  private static Problem named(Problem problem, JsonNode item) {
    for (String name : NAMES) {
      JsonNode value = item.path(name);
      if (value.isString() && !value.asString().isBlank()) {
        return problem.in(value.asString());
      }
    }
    return problem;
  }
}
