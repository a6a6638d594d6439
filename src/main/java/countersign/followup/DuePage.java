package countersign.followup;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.console.Page;
import countersign.request.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that lists what officers have still to say, by agency, officer and day. */
@Page
@RequestMapping("/due")
final class DuePage {
  private final DueActions actions;
  private final DecisionKeys keys;

  DuePage(DueActions actions, DecisionKeys keys) {
    this.actions = actions;
    this.keys = keys;
  }

  /**
   * The content of the page.
   *
   * @param items what is due, the most urgent first
   * @param mayExtend whether the reader may give more time
   */
  record Shown(
      List<DueJson> items,
      String agency,
      String officer,
      @Nullable Integer days,
      boolean mayExtend) {}

  @GetMapping
  String show(
      @RequestParam(required = false) @Nullable String agency,
      @RequestParam(required = false) @Nullable String officer,
      @RequestParam(required = false) @Nullable Integer days,
      Model model,
      Authentication who) {
    Caller caller = Caller.of(who);
    model.addAttribute(
        "page",
        new Shown(
            actions.all(agency, officer, days),
            agency == null ? "" : agency,
            officer == null ? "" : officer,
            days,
            caller.is(Role.COUNSEL) || caller.is(Role.PRIVACY_OFFICER)));
    return "console/due";
  }

  @PostMapping("/extend")
  String extend(
      DueJson.Wanted wanted,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      keys.act(
          password,
          new Signed(Caller.of(who), Signature.REQUIRED, wanted.reason()),
          caller -> actions.extend(wanted, caller));
      return "redirect:/due";
    } catch (ApiException exception) {
      response.setStatus(exception.status().value());
      model.addAttribute("fault", exception);
      return show(null, null, null, model, who);
    }
  }
}
