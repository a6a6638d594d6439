package countersign.console;

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

/** What is stopped, by whom and why. */
@Page
@RequestMapping("/holds")
final class HoldsPage {
  private final Holding holding;
  private final Clock clock;

  HoldsPage(Holding holding, Clock clock) {
    this.holding = holding;
    this.clock = clock;
  }

  /**
   * The page.
   *
   * @param standing holds in force, the newest first
   * @param lifted holds that were lifted, the newest first
   * @param maySet whether the reader may stop things
   */
  record View(List<Row> standing, List<Row> lifted, boolean maySet) {}

  /**
   * One hold.
   *
   * @param inForce since when no upload in its scope is under way; null: one still is
   * @param mayLift whether the reader may lift it
   */
  record Row(
      long id,
      String scope,
      String reason,
      String setBy,
      Moment set,
      @Nullable Moment inForce,
      @Nullable String liftedBy,
      @Nullable Moment lifted,
      @Nullable String liftReason,
      boolean mayLift) {}

  @GetMapping
  String show(Model model, Authentication who) {
    Caller caller = Caller.of(who);
    List<Row> rows = holding.all().stream().map(hold -> row(hold, caller)).toList();
    boolean maySet =
        caller.is(Role.OPERATOR) || caller.is(Role.COUNSEL) || caller.is(Role.PRIVACY_OFFICER);
    model.addAttribute(
        "page",
        new View(
            rows.stream().filter(row -> row.lifted() == null).toList(),
            rows.stream().filter(row -> row.lifted() != null).toList(),
            maySet));
    return "console/holds";
  }

  @PostMapping
  String set(Hold.Wanted wanted, Model model, Authentication who, HttpServletResponse response) {
    try {
      holding.set(wanted, Caller.of(who));
      return "redirect:/holds";
    } catch (Fault fault) {
      model.addAttribute("wanted", wanted);
      return again(fault, model, who, response);
    }
  }

  @PostMapping("/{id}/lift")
  String lift(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      holding.lift(id, new Hold.Lift(reason), Caller.of(who));
      return "redirect:/holds";
    } catch (Fault fault) {
      return again(fault, model, who, response);
    }
  }

  private String again(Fault fault, Model model, Authentication who, HttpServletResponse response) {
    response.setStatus(fault.status().value());
    model.addAttribute("fault", fault);
    return show(model, who);
  }

  private Row row(Hold hold, Caller caller) {
    boolean mayLift =
        hold.stands()
            && !hold.setBy().equals(caller.account())
            && (caller.is(Role.COUNSEL) || caller.is(Role.PRIVACY_OFFICER));
    return new Row(
        hold.id(),
        hold.scope().equals("ALL") ? "Everything" : hold.scope() + " " + hold.value(),
        hold.reason(),
        hold.setBy(),
        Moment.at(hold.setAt(), clock),
        Moment.of(hold.inForceAt(), clock),
        hold.liftedBy(),
        Moment.of(hold.liftedAt(), clock),
        hold.liftReason(),
        mayLift);
  }
}
