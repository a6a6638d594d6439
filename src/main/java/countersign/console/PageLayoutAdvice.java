package countersign.console;

import countersign.request.Environment;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Adds the shared layout to every page and shows an {@link ApiException} as an error page. */
@ControllerAdvice(annotations = Page.class)
final class PageLayoutAdvice {
  private final Environment environment;
  private final String root;
  private final StopActions actions;

  PageLayoutAdvice(
      Environment environment,
      @Value("${countersign.root-of-trust:}") String root,
      StopActions actions) {
    this.environment = environment;
    this.root = root;
    this.actions = actions;
  }

  @ModelAttribute
  void layout(Model model, HttpServletRequest request, @Nullable Authentication who) {
    model.addAttribute("frame", layout(request, who));
  }

  private PageLayout layout(HttpServletRequest request, @Nullable Authentication who) {
    if (who == null || !who.isAuthenticated()) {
      return PageLayout.outside(environment, root);
    }
    return PageLayout.of(Caller.of(who), request.getServletPath(), environment, root, stopped());
  }

  private @Nullable String stopped() {
    return actions
        .onEverything()
        .map(
            stop ->
                "Every disclosure is stopped (stop %d, set by %s)."
                    .formatted(stop.id(), stop.setBy()))
        .orElse(null);
  }

  @ExceptionHandler
  ModelAndView refused(
      ApiException exception, HttpServletRequest request, @Nullable Authentication who) {
    ModelAndView view = new ModelAndView("console/fault", exception.status());
    view.addObject("frame", layout(request, who));
    view.addObject("fault", exception);
    view.addObject(
        "title", exception.status() == HttpStatus.NOT_FOUND ? "Not found" : "Action failed");
    return view;
  }
}
