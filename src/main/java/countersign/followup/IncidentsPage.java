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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of incidents, and the report of one of them. */
@Page
@RequestMapping("/incidents")
final class IncidentsPage {
  private final IncidentActions actions;
  private final DecisionKeys keys;

  IncidentsPage(IncidentActions actions, DecisionKeys keys) {
    this.actions = actions;
    this.keys = keys;
  }

  /**
   * The content of the page.
   *
   * @param mayDecide whether the reader may tell offices and close
   */
  record Shown(List<IncidentJson> incidents, boolean mayDecide) {}

  @GetMapping
  String show(Model model, Authentication who) {
    Caller caller = Caller.of(who);
    model.addAttribute(
        "page",
        new Shown(actions.all(), caller.is(Role.COUNSEL) || caller.is(Role.PRIVACY_OFFICER)));
    return "console/incidents";
  }

  @GetMapping("/{id}/report")
  String report(
      @PathVariable long id, Model model, Authentication who, HttpServletResponse response) {
    try {
      model.addAttribute("page", actions.one(id));
      return "console/incident-report";
    } catch (ApiException exception) {
      return again(exception, model, who, response);
    }
  }

  @PostMapping
  String open(
      IncidentJson.Wanted wanted,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      keys.act(
          password,
          new Signed(Caller.of(who), Signature.IF_ENROLLED, wanted.reason()),
          caller -> actions.open(wanted, caller));
      return "redirect:/incidents";
    } catch (ApiException exception) {
      return again(exception, model, who, response);
    }
  }

  @PostMapping("/{id}/told")
  String tell(
      @PathVariable long id,
      IncidentJson.Telling telling,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      actions.tell(id, telling, Caller.of(who));
      return "redirect:/incidents";
    } catch (ApiException exception) {
      return again(exception, model, who, response);
    }
  }

  @PostMapping("/{id}/close")
  String close(
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
          caller -> actions.close(id, new IncidentJson.Closing(reason), caller));
      return "redirect:/incidents";
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
}
