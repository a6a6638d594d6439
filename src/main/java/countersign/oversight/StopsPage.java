package countersign.oversight;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.console.Page;
import countersign.console.Timestamps;
import countersign.request.Role;
import countersign.reviewdesk.KeptTexts;
import countersign.stops.Stop;
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
  private final Clock clock;

  StopsPage(StopActions actions, DecisionKeys keys, KeptTexts texts, Clock clock) {
    this.texts = texts;
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
   * @param counsel whether the reader is counsel, who may also set a veto and stop a person
   */
  record StopLists(
      List<ListedStop> active, List<ListedStop> lifted, boolean maySet, boolean counsel) {}

  /**
   * A stop.
   *
   * @param inForce time at which the last upload in its scope ended; null if one is still running
   * @param proposal the proposal that another person can confirm now; null if there is none
   * @param proposedBy the other of the two people who lifted it; null while it is in force
   * @param step the next step of lifting that the reader may take; null if there is none
   */
  record ListedStop(
      long id,
      boolean veto,
      String scope,
      String reason,
      String setBy,
      Timestamps set,
      @Nullable Timestamps inForce,
      @Nullable ListedProposal proposal,
      @Nullable String proposedBy,
      @Nullable String liftedBy,
      @Nullable Timestamps lifted,
      @Nullable String liftReason,
      @Nullable String step) {}

  /** A proposal to lift a stop. */
  record ListedProposal(String by, Timestamps at, String until, String reason) {}

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
    List<ListedStop> rows = actions.all().stream().map(stop -> row(stop, caller)).toList();
    boolean maySet =
        caller.is(Role.OPERATOR) || caller.is(Role.COUNSEL) || caller.is(Role.PRIVACY_OFFICER);
    model.addAttribute(
        "page",
        new StopLists(
            rows.stream().filter(row -> row.lifted() == null).toList(),
            rows.stream().filter(row -> row.lifted() != null).toList(),
            maySet,
            caller.is(Role.COUNSEL)));
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
        "page", new Choice(veto ? "VETO" : "STOP", scope, words(scope), values, preview));
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

  private ListedStop row(StopJson stop, Caller caller) {
    StopJson.ProposalJson proposal = stop.proposal();
    boolean open =
        stop.active() && proposal != null && clock.instant().isBefore(proposal.expiresAt());
    return new ListedStop(
        stop.id(),
        stop.veto(),
        stop.scope().equals("ALL")
            ? words(stop.scope())
            : words(stop.scope()) + " " + stop.value().replaceFirst("^person-", ""),
        stop.reason(),
        stop.setBy(),
        Timestamps.at(stop.setAt(), clock),
        Timestamps.of(stop.inForceAt(), clock),
        open
            ? new ListedProposal(
                proposal.proposedBy(),
                Timestamps.at(proposal.proposedAt(), clock),
                Timestamps.at(proposal.expiresAt(), clock).utc(),
                proposal.reason())
            : null,
        stop.active() || proposal == null ? null : proposal.proposedBy(),
        stop.liftedBy(),
        Timestamps.of(stop.liftedAt(), clock),
        stop.liftReason(),
        step(stop, open ? proposal : null, caller));
  }

  private static @Nullable String step(
      StopJson stop, StopJson.@Nullable ProposalJson open, Caller caller) {
    boolean counsel = caller.is(Role.COUNSEL);
    boolean setter = stop.setBy().equalsIgnoreCase(caller.account());
    boolean may = stop.active() && (counsel || (!stop.veto() && caller.is(Role.PRIVACY_OFFICER)));
    if (!may || (open != null && open.proposedBy().equalsIgnoreCase(caller.account()))) {
      return null;
    }
    boolean proposes = open == null || setter;
    return proposes && stop.veto() && !setter ? null : proposes ? "Propose to lift" : "Lift";
  }

  private static String words(String scope) {
    return switch (Stop.Scope.valueOf(scope)) {
      case SUBJECT -> "Person";
      case DISTRICT -> "Judicial district";
      case PICKED_UP -> "Files picked up on";
      case ALL -> "Everything";
      case AGREEMENT -> "Agreement";
      case AGENCY -> "Agency";
      case FILE -> "File";
      case OFFICER -> "Officer";
    };
  }
}
