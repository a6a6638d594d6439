package countersign.queues;

import countersign.console.Page;
import countersign.routeproof.RouteStep;
import countersign.routeproof.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows the routes that run, as the proof followed them. */
@Page
final class RoutesPage {
  private static final List<String> FIRST = List.of("partners.camel.yaml", "pipeline.camel.yaml");

  private final Supplier<Verdict> running;

  RoutesPage(Supplier<Verdict> runningRoutes) {
    this.running = runningRoutes;
  }

  @GetMapping("/routes")
  String show(Model model) {
    Verdict verdict = running.get();
    model.addAttribute("page", verdict);
    model.addAttribute("steps", inOrder(verdict.steps()));
    return "console/routes";
  }

  /** The partners' inboxes, then the pipeline from top to bottom, then the other files. */
  private static List<RouteStep> inOrder(List<RouteStep> steps) {
    return steps.stream()
        .sorted(
            Comparator.comparingInt((RouteStep step) -> rank(step.place()))
                .thenComparing(step -> file(step.place()))
                .thenComparingInt(step -> line(step.place())))
        .toList();
  }

  private static int rank(String place) {
    int known = FIRST.indexOf(file(place));
    return known < 0 ? FIRST.size() : known;
  }

  private static String file(String place) {
    return place.substring(0, Math.max(0, place.lastIndexOf(':')));
  }

  private static int line(String place) {
    String line = place.substring(place.lastIndexOf(':') + 1);
    return line.matches("\\d{1,9}") ? Integer.parseInt(line) : 0;
  }
}
