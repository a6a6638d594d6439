package countersign.queues;

import countersign.console.Page;
import countersign.routeproof.Verdict;
import java.util.function.Supplier;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows the routes that run, as the proof followed them. */
@Page
final class RoutesPage {
  private final Supplier<Verdict> running;

  RoutesPage(Supplier<Verdict> runningRoutes) {
    this.running = runningRoutes;
  }

  @GetMapping("/routes")
  String show(Model model) {
    model.addAttribute("page", running.get());
    return "console/routes";
  }
}
