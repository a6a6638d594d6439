package countersign.configuration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Checks the conditions in agreements against the expression language. Also checks documents that
 * violate their schema, so that one run reports every problem.
 */
final class ConditionFaults {
  private final ExpressionCheck expressions;
  private final Consumer<Problem> problems;

  ConditionFaults(ExpressionCheck expressions, Consumer<Problem> problems) {
    this.expressions = expressions;
    this.problems = problems;
  }

  void check(List<Documents.Raw> documents) {
    for (Documents.Raw document : documents) {
      if (document.kind() == DocumentKind.AGREEMENT && document.tree() != null) {
        agreement(document.path(), document.tree().path("conditions"));
      }
    }
  }

  private void agreement(String path, JsonNode conditions) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < conditions.size(); i++) {
      String at = "conditions[" + i + "].";
      JsonNode id = conditions.path(i).path("condition");
      if (id.isString() && !ids.add(id.asString())) {
        problems.accept(
            Problem.of(
                Problem.Code.DUPLICATE, path, at + "condition", "an id once", id.asString()));
      }
      JsonNode when = conditions.path(i).path("when");
      if (when.isString()) {
        expressions
            .faults(when.asString())
            .forEach(
                fault ->
                    problems.accept(
                        Problem.of(
                            Problem.Code.EXPRESSION,
                            path,
                            at + "when",
                            "CEL over the fields of a request that is true or false",
                            fault)));
      }
    }
  }
}
