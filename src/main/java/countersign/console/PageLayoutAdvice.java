package countersign.console;

import countersign.approval.Approvals;
import countersign.request.Environment;
import countersign.stops.Stop;
import countersign.stops.Stops;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  /** A taxpayer's number, which no page repeats: the person enters it again. */
  private static final String NUMBER = "number";

  private static final Set<String> NOT_REPEATED =
      Set.of("_csrf", "password", "assertion", "unsigned", NUMBER);

  private final Environment environment;
  private final String root;
  private final Stops stops;
  private final DecisionKeys keys;
  private final Approvals approvals;

  PageLayoutAdvice(
      Environment environment,
      @Value("${countersign.root-of-trust:}") String root,
      Stops stops,
      DecisionKeys keys,
      Approvals approvals) {
    this.approvals = approvals;
    this.environment = environment;
    this.root = root;
    this.keys = keys;
    this.stops = stops;
  }

  @ModelAttribute
  void layout(Model model, HttpServletRequest request, @Nullable Authentication who) {
    model.addAttribute("frame", layout(request, who));
    if (who != null && who.isAuthenticated()) {
      model.addAttribute("signsWith", keys.wayOf(who.getName()));
    }
  }

  private PageLayout layout(HttpServletRequest request, @Nullable Authentication who) {
    if (who == null || !who.isAuthenticated()) {
      return PageLayout.outside(environment, root);
    }
    return PageLayout.of(Caller.of(who), request.getServletPath(), environment, root, stopped());
  }

  private @Nullable String stopped() {
    return stops.all().stream()
        .filter(stop -> stop.lifting() == null && stop.scope() == Stop.Scope.ALL)
        .findFirst()
        .map(
            stop ->
                "Every disclosure is stopped (stop %d, set by %s)."
                    .formatted(stop.number(), stop.setBy()))
        .orElse(null);
  }

  /** Shows the statement that a passkey must sign, with the form that is then sent again. */
  @ExceptionHandler
  ModelAndView sign(
      SignatureWanted wanted, HttpServletRequest request, @Nullable Authentication who) {
    ModelAndView view = new ModelAndView("console/sign");
    view.addObject("frame", layout(request, who));
    view.addObject("wanted", wanted);
    view.addObject("words", StatementWords.of(wanted.statement(), approvals::caseOf));
    view.addObject("action", request.getRequestURI());
    view.addObject("fields", fields(request));
    view.addObject("numbered", request.getParameter(NUMBER) != null);
    return view;
  }

  private static Map<String, List<String>> fields(HttpServletRequest form) {
    Map<String, List<String>> fields = new TreeMap<>();
    form.getParameterMap()
        .forEach(
            (name, values) -> {
              if (!NOT_REPEATED.contains(name)) {
                fields.put(name, List.of(values));
              }
            });
    return fields;
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
