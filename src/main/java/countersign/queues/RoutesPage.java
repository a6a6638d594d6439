package countersign.queues;

import countersign.console.Page;
import countersign.routeproof.Verdict;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows the routes with which this gateway started, as the proof followed them. */
@Page
final class RoutesPage {
  private final Verdict verdict;

  RoutesPage(Verdict routeVerdict) {
    this.verdict = routeVerdict;
  }

  @GetMapping("/routes")
  String show(Model model) {
    model.addAttribute("page", verdict);
    return "console/routes";
  }
}
