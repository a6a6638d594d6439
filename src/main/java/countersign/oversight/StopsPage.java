package countersign.oversight;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.console.Page;
import countersign.reviewdesk.KeptTexts;
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

/** The page that lists, sets and lifts stops, and the page on which a stop of a part is chosen. */
@Page
@RequestMapping("/stops")
final class StopsPage {
  private final StopActions actions;
  private final DecisionKeys keys;
  private final KeptTexts texts;
  private final StopsView view;

  StopsPage(StopActions actions, DecisionKeys keys, KeptTexts texts, Clock clock) {
    this.texts = texts;
    this.actions = actions;
    this.keys = keys;
    this.view = new StopsView(clock);
  }

  /**
   * The page on which a stop of a part is chosen.
   *
   * @param values the values to choose from; empty if the scope has no list
   * @param preview what the chosen stop would catch; null before it is chosen
   */
  record Choice(
      String kind,
      String scope,
      String words,
      List<String> values,
      StopJson.@Nullable Preview preview) {}

  @GetMapping
  String show(Model model, Authentication who) {
    Caller caller = Caller.of(who);
    model.addAttribute("kept", texts.below("/stops", caller.account()));
    model.addAttribute("page", view.of(actions.all(), caller));
    return "console/stops";
  }

  @GetMapping("/new")
  String choose(StopForm form, Model model, Authentication who, HttpServletResponse response) {
    try {
      return choice(form, null, model, who);
    } catch (ApiException exception) {
      return again(exception, model, who, response);
    }
  }

  @PostMapping("/preview")
  String preview(StopForm form, Model model, Authentication who, HttpServletResponse response) {
    try {
      return choice(form, actions.preview(form.wanted(), Caller.of(who)), model, who);
    } catch (ApiException exception) {
      return chooseAgain(exception, form, null, model, who, response);
    }
  }

  private String choice(
      StopForm form, StopJson.@Nullable Preview preview, Model model, Authentication who) {
    model.addAttribute("kept", texts.below("/stops", who.getName()));
    StopJson.Wanted wanted = form.wanted();
    String scope = String.valueOf(wanted.scope());
    boolean veto = "VETO".equals(form.kind());
    model.addAttribute("form", form);
    List<String> values = actions.values(scope); // refuses a scope that does not exist
    model.addAttribute(
        "page", new Choice(veto ? "VETO" : "STOP", scope, StopsView.words(scope), values, preview));
    return "console/stop-new";
  }

  @PostMapping
  String set(
      StopForm form,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    Caller caller = Caller.of(who);
    String kept = form.everything() ? "/stops" : "/stops/new";
    try {
      keys.act(
          password,
          new Signed(caller, StopActions.signature(form.wanted()), form.reason()),
          signing -> actions.set(form.wanted(), signing));
      texts.accepted(kept, caller.account());
      return "redirect:/stops";
    } catch (ApiException exception) {
      texts.refused(kept, caller.account(), form.reason());
      if (form.everything()) {
        model.addAttribute("wanted", form);
        return again(exception, model, who, response);
      }
      return chooseAgain(exception, form, caller, model, who, response);
    }
  }

  /** Shows the page of the choice again, with its preview if {@code caller} is given. */
  private String chooseAgain(
      ApiException exception,
      StopForm form,
      @Nullable Caller caller,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      StopJson.Preview preview = caller == null ? null : actions.preview(form.wanted(), caller);
      response.setStatus(exception.status().value());
      model.addAttribute("fault", exception);
      return choice(form, preview, model, who);
    } catch (ApiException noPreview) {
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
      texts.accepted("/stops/" + id + "/lift", who.getName());
      return "redirect:/stops";
    } catch (ApiException exception) {
      texts.refused("/stops/" + id + "/lift", who.getName(), reason);
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
