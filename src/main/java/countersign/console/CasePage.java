package countersign.console;

import countersign.accounts.AccessRecord.Sight;
import countersign.approval.ApprovalOutcome;
import countersign.approval.Approvals;
import countersign.approval.CaseFile;
import countersign.approval.Decision;
import countersign.operations.FileStatuses;
import countersign.operations.RequestStatus;
import countersign.request.RequestKey;
import countersign.request.WrittenText;
import countersign.reviewdesk.KeptReasons.Purpose;
import countersign.statement.Reviewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One case, and what a reviewer says to it. */
@Page
@RequestMapping("/requests/{fileId}/{requestId}")
final class CasePage {
  private final Approvals approvals;
  private final DecisionActions deciding;
  private final DecisionKeys keys;
  private final FileStatuses files;
  private final AccessRecords records;
  private final CaseDesk desk;

  CasePage(
      Approvals approvals,
      DecisionActions deciding,
      DecisionKeys keys,
      FileStatuses files,
      AccessRecords records,
      CaseDesk desk) {
    this.records = records;
    this.keys = keys;
    this.approvals = approvals;
    this.deciding = deciding;
    this.files = files;
    this.desk = desk;
  }

  /**
   * What the form carries. Neither question has an answer before somebody gives it.
   *
   * @param step the step that the form was made for: endorse, countersign, deny or lift
   * @param confirmed whether the person confirmed a denial
   */
  record Form(
      String fileId,
      String requestId,
      @Nullable String draftSha256,
      @Nullable String reason,
      @Nullable Boolean identifiesInformant,
      @Nullable Boolean impairsInvestigation,
      @Nullable String password,
      @Nullable String step,
      @Nullable Boolean confirmed) {
    RequestKey key() {
      return PathIds.request(fileId, requestId).orElseThrow(PathIds::unknownRequest);
    }

    /** The decision that the form carries; empty texts in place of missing ones. */
    public Decision decision() {
      return new Decision(
          draftSha256 == null ? "" : draftSha256,
          reason == null ? "" : reason,
          identifiesInformant,
          impairsInvestigation);
    }

    /** What the text is kept for; a form that does not say it is one of counsel's. */
    Purpose purpose() {
      return switch (step == null ? "" : step) {
        case "endorse" -> Purpose.ENDORSE;
        case "countersign" -> Purpose.COUNTERSIGN;
        case "lift", "reconsider" -> Purpose.LIFT;
        default -> Purpose.DENY;
      };
    }

    Form forStep(String made) {
      return new Form(
          fileId,
          requestId,
          draftSha256,
          reason,
          identifiesInformant,
          impairsInvestigation,
          password,
          made,
          confirmed);
    }

    /** Contains neither the password nor the reason. */
    @Override
    public String toString() {
      return fileId + "/" + requestId;
    }
  }

  @GetMapping
  String show(
      @PathVariable String fileId,
      @PathVariable String requestId,
      Model model,
      Authentication who) {
    return show(key(fileId, requestId), who, model);
  }

  private String show(RequestKey key, Authentication who, Model model) {
    Caller caller = Caller.of(who);
    if (!caller.seesEvidence()) {
      RequestStatus status = files.request(key).orElseThrow(PathIds::unknownRequest);
      records.saw(who, Sight.STATUS, key.toString());
      model.addAttribute("page", status);
      return "console/request";
    }
    CaseFile found = approvals.caseOf(key, caller.reviewer()).orElseThrow(PathIds::unknownRequest);
    records.saw(who, Sight.CASE, key.toString());
    model.addAttribute("page", desk.view(found, caller));
    model.addAttribute("desk", desk.of(found, caller));
    model.addAttribute("vetoed", deciding.isVetoed(key));
    model.addAttribute("stopped", deciding.stopsOn(found));
    return "console/case";
  }

  /**
   * Refuses a form that does not say for which step it was made, or was made for another step than
   * the one of its address.
   *
   * @throws ApiException if it was
   */
  private static void requireStep(Form form, String... steps) {
    String step = form.step();
    if (step == null || !List.of(steps).contains(step)) {
      throw ApiException.of(
          ConsoleRefusal.C400_MALFORMED,
          (step == null
                  ? "The form does not say for which step it was made."
                  : "The form was made for another step.")
              + " Open the page again. Nothing was changed.");
    }
  }

  @PostMapping("/endorse")
  String endorse(Form form, Model model, Authentication who, HttpServletResponse response) {
    requireStep(form, "endorse");
    Form made = form.forStep("endorse");
    return approve(
        by -> approvals.endorse(form.key(), by, form.decision()), made, who, model, response);
  }

  @PostMapping("/countersign")
  String countersign(Form form, Model model, Authentication who, HttpServletResponse response) {
    requireStep(form, "countersign");
    Form made = form.forStep("countersign");
    return approve(
        by -> approvals.countersign(form.key(), by, form.decision()), made, who, model, response);
  }

  /** An approval with an answer yes denies the request, so the page asks before. */
  private String approve(
      Function<Reviewer, ApprovalOutcome> decision,
      Form form,
      Authentication who,
      Model model,
      HttpServletResponse response) {
    return form.decision().isAnswered() && form.decision().isImpaired()
        ? deny(form, model, who, response)
        : decide(decision, form, who, model, response);
  }

  /** Denies after the person confirmed it once; what a denial needs is checked before. */
  @PostMapping("/refuse")
  String deny(Form form, Model model, Authentication who, HttpServletResponse response) {
    requireStep(form, "endorse", "countersign", "deny");
    if (!WrittenText.isReason(form.decision().reason())) {
      return answer(() -> new ApprovalOutcome.NoReason(form.key()), form, who, model, response);
    }
    if (!Boolean.TRUE.equals(form.confirmed())) {
      desk.keep(form.key(), Caller.of(who), form.purpose(), form.decision().reason());
      model.addAttribute("confirming", form);
      return show(form.key(), who, model);
    }
    return decide(
        by -> approvals.deny(form.key(), by, form.decision()), form, who, model, response);
  }

  @PostMapping("/reconsider")
  String reconsider(Form form, Model model, Authentication who, HttpServletResponse response) {
    requireStep(form, "reconsider");
    String reason = form.decision().reason();
    Form made = form.forStep("reconsider");
    String after =
        decide(by -> approvals.reconsider(form.key(), by, reason), made, who, model, response);
    return after.startsWith("redirect:") ? "redirect:/requests/{fileId}/{requestId}" : after;
  }

  @PostMapping("/lift")
  String lift(Form form, Model model, Authentication who, HttpServletResponse response) {
    requireStep(form, "lift");
    String reason = form.decision().reason();
    return decide(
        by -> approvals.lift(form.key(), by, reason), form.forStep("lift"), who, model, response);
  }

  /**
   * Back to the work-list, or the case as it stands now. What was written is kept; it is offered
   * again only in a form for the step that it was written for.
   */
  private String decide(
      Function<Reviewer, ApprovalOutcome> decision,
      Form form,
      Authentication who,
      Model model,
      HttpServletResponse response) {
    Caller caller = Caller.of(who);
    return answer(() -> keys.decide(form.password(), caller, decision), form, who, model, response);
  }

  private String answer(
      Supplier<ApprovalOutcome> decision,
      Form form,
      Authentication who,
      Model model,
      HttpServletResponse response) {
    Caller caller = Caller.of(who);
    try {
      ApprovalOutcome.Done done = deciding.done(decision.get());
      return "redirect:/work-list?done=" + done.state() + "&of=" + done.key();
    } catch (ApiException fault) {
      response.setStatus(fault.status().value());
      model.addAttribute("fault", fault);
      model.addAttribute("posted", form);
      if (WrittenText.isStorable(form.decision().reason())
          && approvals.caseOf(form.key(), caller.reviewer()).isPresent()) {
        desk.keep(form.key(), caller, form.purpose(), form.decision().reason());
      }
      return show(form.key(), who, model);
    }
  }

  private static RequestKey key(String fileId, String requestId) {
    return PathIds.request(fileId, requestId).orElseThrow(PathIds::unknownRequest);
  }
}
