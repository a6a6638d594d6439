package countersign.queues;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.console.Page;
import countersign.console.Timestamps;
import countersign.operations.PartnerReload;
import countersign.request.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which operators pause and resume partners and read their documents again. */
@Page
final class PartnersPage {
  private final PartnerActions actions;
  private final DecisionKeys keys;
  private final Clock clock;

  PartnersPage(PartnerActions actions, DecisionKeys keys, Clock clock) {
    this.actions = actions;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param partners every partner
   * @param preview what a reload would do; null for a reader who may not reload
   * @param mayAct whether the reader may pause, resume and reload
   */
  record Partners(
      List<ListedPartner> partners, PartnerReload.@Nullable Preview preview, boolean mayAct) {}

  /** A partner. */
  record ListedPartner(
      String id,
      boolean inForce,
      int files,
      @Nullable Timestamps lookedAt,
      @Nullable String fault,
      @Nullable Timestamps pausedSince,
      @Nullable String pausedBy) {}

  @GetMapping("/partners")
  String show(
      @RequestParam(required = false) @Nullable String done, Model model, Authentication who) {
    boolean mayAct = Caller.of(who).is(Role.OPERATOR);
    model.addAttribute(
        "page",
        new Partners(
            actions.all().stream().map(this::listed).toList(),
            mayAct ? actions.preview() : null,
            mayAct));
    model.addAttribute("said", said(done));
    return "console/partners";
  }

  @PostMapping("/partners/reload")
  String reload(
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    return act(
        new Signed(Caller.of(who), Signature.IF_ENROLLED, reason),
        password,
        caller -> actions.reload(reason, caller).differences().isEmpty() ? "same" : "reload",
        new Answer(model, who, response));
  }

  @PostMapping("/partners/{id}/{step}")
  String decide(
      @PathVariable String id,
      @PathVariable String step,
      DecisionForm form,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    return act(
        new Signed(Caller.of(who), Signature.IF_ENROLLED, form.reason()),
        form.password(),
        caller -> {
          actions.decide(step, id, form.reason(), caller);
          return step;
        },
        new Answer(model, who, response));
  }

  /** The form of one partner. */
  record DecisionForm(@Nullable String reason, @Nullable String password) {
    /** Contains neither the password nor the reason. */
    @Override
    public String toString() {
      return "a decision about a partner";
    }
  }

  private record Answer(Model model, Authentication who, HttpServletResponse response) {}

  private String act(
      Signed wanted, @Nullable String password, Function<Caller, String> action, Answer answer) {
    try {
      return "redirect:/partners?done=" + keys.act(password, wanted, action);
    } catch (ApiException exception) {
      answer.response().setStatus(exception.status().value());
      answer.model().addAttribute("fault", exception);
      return show(null, answer.model(), answer.who());
    }
  }

  private static @Nullable String said(@Nullable String done) {
    return switch (done == null ? "" : done) {
      case "pause" -> "Paused. Nothing is fetched from this partner or uploaded to it.";
      case "resume" -> "Resumed. Polls and uploads go on.";
      case "reload" -> "The documents and routes are in force.";
      case "same" -> "Documents and routes are those in force. Nothing was changed.";
      default -> null;
    };
  }

  private ListedPartner listed(PartnerJson partner) {
    return new ListedPartner(
        partner.partner(),
        partner.inForce(),
        partner.files(),
        Timestamps.of(partner.lookedAt(), clock),
        partner.fault(),
        Timestamps.of(partner.pausedSince(), clock),
        partner.pausedBy());
  }
}
