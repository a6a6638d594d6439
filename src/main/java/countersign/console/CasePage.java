package countersign.console;

import countersign.accounts.AccessRecord.Sight;
import countersign.approval.ApprovalOutcome;
import countersign.approval.Approvals;
import countersign.approval.Decision;
import countersign.operations.FileStatuses;
import countersign.operations.RequestStatus;
import countersign.request.RequestKey;
import countersign.statement.Reviewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.function.Function;
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
  private final Clock clock;
  private final AccessRecords records;

  CasePage(
      Approvals approvals,
      DecisionActions deciding,
      DecisionKeys keys,
      FileStatuses files,
      AccessRecords records,
      Clock clock) {
    this.records = records;
    this.keys = keys;
    this.approvals = approvals;
    this.deciding = deciding;
    this.files = files;
    this.clock = clock;
  }

  /** What the form carries. Neither question has an answer before somebody gives it. */
  record Form(
      String fileId,
      String requestId,
      @Nullable String draftSha256,
      @Nullable String reason,
      @Nullable Boolean identifiesInformant,
      @Nullable Boolean impairsInvestigation,
      @Nullable String password) {
    RequestKey key() {
      return PathIds.request(fileId, requestId).orElseThrow(PathIds::unknownRequest);
    }

    Decision decision() {
      return new Decision(
          draftSha256 == null ? "" : draftSha256,
          reason == null ? "" : reason,
          identifiesInformant,
          impairsInvestigation);
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
    CaseView view =
        CaseView.of(approvals.caseOf(key).orElseThrow(PathIds::unknownRequest), caller, clock);
    records.saw(who, Sight.CASE, key.toString());
    model.addAttribute("page", view);
    model.addAttribute("vetoed", deciding.isVetoed(key));
    return "console/case";
  }

  @PostMapping("/endorse")
  String endorse(Form form, Model model, Authentication who, HttpServletResponse response) {
    return decide(
        by -> approvals.endorse(form.key(), by, form.decision()), form, who, model, response);
  }

  @PostMapping("/countersign")
  String countersign(Form form, Model model, Authentication who, HttpServletResponse response) {
    return decide(
        by -> approvals.countersign(form.key(), by, form.decision()), form, who, model, response);
  }

  @PostMapping("/refuse")
  String deny(Form form, Model model, Authentication who, HttpServletResponse response) {
    model.addAttribute("denying", true);
    String reason = form.decision().reason();
    return decide(by -> approvals.deny(form.key(), by, reason), form, who, model, response);
  }

  @PostMapping("/reconsider")
  String reconsider(Form form, Model model, Authentication who, HttpServletResponse response) {
    String reason = form.decision().reason();
    String after =
        decide(by -> approvals.reconsider(form.key(), by, reason), form, who, model, response);
    return after.startsWith("redirect:") ? "redirect:/requests/{fileId}/{requestId}" : after;
  }

  @PostMapping("/lift")
  String lift(Form form, Model model, Authentication who, HttpServletResponse response) {
    String reason = form.decision().reason();
    return decide(by -> approvals.lift(form.key(), by, reason), form, who, model, response);
  }

  /** Back to the work-list, or the case as it stands now with what was written kept. */
  private String decide(
      Function<Reviewer, ApprovalOutcome> decision,
      Form form,
      Authentication who,
      Model model,
      HttpServletResponse response) {
    Caller caller = Caller.of(who);
    try {
      ApprovalOutcome.Done done = deciding.done(keys.decide(form.password(), caller, decision));
      return "redirect:/work-list?done=" + done.state() + "&of=" + done.key();
    } catch (ApiException fault) {
      response.setStatus(fault.status().value());
      model.addAttribute("fault", fault);
      model.addAttribute("written", form.decision().reason());
      return show(form.key(), who, model);
    }
  }

  private static RequestKey key(String fileId, String requestId) {
    return PathIds.request(fileId, requestId).orElseThrow(PathIds::unknownRequest);
  }
}
