package countersign.routeproof;

import countersign.routefile.RouteProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges each template that no route uses, so that nothing forbidden lies ready in one. What a
 * parameter will be is not known; a template passes if it passes with a name or a number in each.
 */
final class UnusedTemplates {
  private static final String NAME = "any";
  private static final String NUMBER = "1000";

  /** More parameters than this get the same kind of value. */
  private static final int MOST_PARAMETERS = 4;

  private final RouteSet set;
  private final Set<String> partners;
  private final Set<String> renamed;

  UnusedTemplates(RouteSet set, Set<String> partners, Set<String> renamed) {
    this.set = set;
    this.partners = partners;
    this.renamed = renamed;
  }

  /** Adds what is wrong with them. */
  void judge(List<RouteProblem> problems) {
    set.unused().forEach((template, parameters) -> problems.addAll(judge(template, parameters)));
  }

  private List<RouteProblem> judge(String template, List<String> parameters) {
    List<RouteProblem> first = List.of();
    int ways = 1 << Math.min(parameters.size(), MOST_PARAMETERS);
    for (int way = 0; way < ways; way++) {
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < parameters.size(); i++) {
        boolean number = (way >> Math.min(i, MOST_PARAMETERS - 1) & 1) == 1;
        values.put(parameters.get(i), number ? NUMBER : NAME);
      }
      List<RouteProblem> found = problems(template, values);
      if (found.isEmpty()) {
        return found;
      }
      first = first.isEmpty() ? found : first;
    }
    return first;
  }

  private List<RouteProblem> problems(String template, Map<String, String> values) {
    List<RouteProblem> found = new ArrayList<>();
    RouteSet more = set.with(template, values, found::add);
    RouteModel made = more.routes().get(template);
    if (made != null) {
      new Walk(more, partners, renamed, found::add).alone(made);
    }
    return List.copyOf(found);
  }
}
