package countersign.administration;

import countersign.accounts.AccountChanges;
import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signed;
import countersign.console.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that lists accounts, and proposes and confirms changes of them. */
@Page
@RequestMapping("/accounts")
final class AccountsPage {
  private final AccountActions actions;
  private final DecisionKeys keys;
  private final AccountsView view;

  AccountsPage(AccountActions actions, DecisionKeys keys, Clock clock) {
    this.actions = actions;
    this.keys = keys;
    this.view = new AccountsView(clock);
  }

  @GetMapping
  String show(Model model, Authentication who) {
    model.addAttribute("page", view.of(actions.all(), actions.proposals(), Caller.of(who)));
    return "console/accounts";
  }

  @PostMapping("/proposals")
  String propose(
      AccountJson.Wanted wanted,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      keys.act(
          password,
          new Signed(Caller.of(who), AccountActions.signature(wanted), wanted.reason()),
          caller -> actions.propose(wanted, caller));
      return "redirect:/accounts";
    } catch (ApiException exception) {
      model.addAttribute("wanted", wanted);
      return again(exception, model, who, response);
    }
  }

  /** Shows a generated password in this answer, and never again. */
  @PostMapping("/proposals/{id}/confirm")
  String confirm(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      AccountChanges.Confirmed confirmed =
          keys.act(
              password,
              new Signed(Caller.of(who), actions.signature(id), null),
              caller -> actions.confirm(id, caller));
      if (confirmed.password() == null) {
        return "redirect:/accounts";
      }
      model.addAttribute("made", AccountJson.Confirmed.of(confirmed));
      return show(model, who);
    } catch (ApiException exception) {
      return again(exception, model, who, response);
    }
  }

  @PostMapping("/proposals/{id}/reject")
  String reject(
      @PathVariable long id, Model model, Authentication who, HttpServletResponse response) {
    try {
      actions.reject(id, Caller.of(who));
      return "redirect:/accounts";
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
