package countersign.console;

import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.request.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that lists, sets and lifts stops. */
@Page
@RequestMapping("/stops")
final class StopsPage {
  private final StopActions actions;
  private final DecisionKeys keys;
  private final Clock clock;

  StopsPage(StopActions actions, DecisionKeys keys, Clock clock) {
    this.actions = actions;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param active stops in force, newest first
   * @param lifted lifted stops, newest first
   * @param maySet whether the reader may set a stop
   */
  record StopLists(List<ListedStop> active, List<ListedStop> lifted, boolean maySet) {}

  /**
   * A stop.
   *
   * @param inForce time at which the last upload in its scope ended; null if one is still running
   * @param mayLift whether the reader may lift this stop
   */
  record ListedStop(
      long id,
      String scope,
      String reason,
      String setBy,
      Timestamps set,
      @Nullable Timestamps inForce,
      @Nullable String liftedBy,
      @Nullable Timestamps lifted,
      @Nullable String liftReason,
      boolean mayLift) {}

  @GetMapping
  String show(Model model, Authentication who) {
    Caller caller = Caller.of(who);
    List<ListedStop> rows = actions.all().stream().map(stop -> row(stop, caller)).toList();
    boolean maySet =
        caller.is(Role.OPERATOR) || caller.is(Role.COUNSEL) || caller.is(Role.PRIVACY_OFFICER);
    model.addAttribute(
        "page",
        new StopLists(
            rows.stream().filter(row -> row.lifted() == null).toList(),
            rows.stream().filter(row -> row.lifted() != null).toList(),
            maySet));
    return "console/stops";
  }

  @PostMapping
  String set(
      StopJson.Wanted wanted,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      keys.act(
          password,
          new Signed(Caller.of(who), Signature.IF_ENROLLED, wanted.reason()),
          caller -> actions.set(wanted, caller));
      return "redirect:/stops";
    } catch (ApiException exception) {
      model.addAttribute("wanted", wanted);
      return again(exception, model, who, response);
    }
  }

  @PostMapping("/{id}/lift")
  String lift(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      keys.act(
          password,
          new Signed(Caller.of(who), Signature.REQUIRED, reason),
          caller -> actions.lift(id, new StopJson.Lift(reason), caller));
      return "redirect:/stops";
    } catch (ApiException exception) {
      return again(exception, model, who, response);
    }
  }

  private String again(
      ApiException exception, Model model, Authentication who, HttpServletResponse response) {
    response.setStatus(exception.status().value());
    model.addAttribute("fault", exception);
    return show(model, who);
  }

  private ListedStop row(StopJson stop, Caller caller) {
    boolean mayLift =
        stop.active()
            && !stop.setBy().equals(caller.account())
            && (caller.is(Role.COUNSEL) || caller.is(Role.PRIVACY_OFFICER));
    return new ListedStop(
        stop.id(),
        stop.scope().equals("ALL")
            ? "Everything"
            : PageLayout.words(stop.scope()) + " " + stop.value(),
        stop.reason(),
        stop.setBy(),
        Timestamps.at(stop.setAt(), clock),
        Timestamps.of(stop.inForceAt(), clock),
        stop.liftedBy(),
        Timestamps.of(stop.liftedAt(), clock),
        stop.liftReason(),
        mayLift);
  }
}
