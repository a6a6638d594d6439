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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which recalls are previewed, proposed, confirmed and followed. */
@Page
@RequestMapping("/recalls")
final class RecallsPage {
  private final RecallActions actions;
  private final DecisionKeys keys;

  RecallsPage(RecallActions actions, DecisionKeys keys) {
    this.actions = actions;
    this.keys = keys;
  }

  /**
   * The content of the page.
   *
   * @param wanted the selection that is previewed; null if none is
   * @param preview what it would recall
   * @param mayRecall whether the reader may propose and confirm
   */
  record Shown(
      List<RecallJson> recalls,
      RecallJson.@Nullable Wanted wanted,
      List<RecallJson.Sent> preview,
      String account,
      boolean mayRecall) {}

  @GetMapping
  String show(Model model, Authentication who) {
    return shown(null, List.of(), model, who);
  }

  private String shown(
      RecallJson.@Nullable Wanted wanted,
      List<RecallJson.Sent> preview,
      Model model,
      Authentication who) {
    Caller caller = Caller.of(who);
    model.addAttribute(
        "page",
        new Shown(
            actions.all(),
            wanted,
            preview,
            caller.account(),
            caller.is(Role.COUNSEL) || caller.is(Role.PRIVACY_OFFICER)));
    return "console/recalls";
  }

  @PostMapping("/preview")
  String preview(
      RecallJson.Wanted wanted, Model model, Authentication who, HttpServletResponse response) {
    try {
      return shown(wanted, actions.preview(wanted), model, who);
    } catch (ApiException exception) {
      return again(exception, model, who, response);
    }
  }

  @PostMapping
  String propose(
      RecallJson.Wanted wanted,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    return act(
        password, wanted.reason(), caller -> actions.propose(wanted, caller), model, who, response);
  }

  @PostMapping("/{id}/confirm")
  String confirm(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    return act(
        password,
        reason,
        caller -> actions.confirm(id, new RecallJson.Confirmation(reason), caller),
        model,
        who,
        response);
  }

  private String act(
      @Nullable String password,
      @Nullable String reason,
      Function<Caller, RecallJson> step,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      keys.act(password, new Signed(Caller.of(who), Signature.REQUIRED, reason), step);
      return "redirect:/recalls";
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
