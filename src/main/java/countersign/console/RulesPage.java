package countersign.console;

import countersign.access.Permission;
import countersign.accounts.AccessRecord.Sight;
import countersign.approval.Approvals;
import countersign.approval.CaseFile;
import countersign.operations.ObservableState;
import countersign.policy.Explanation;
import countersign.reviewdesk.KeptTexts;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page with every rule's result for a request: field names, codes and clauses, no value. */
@Page
@RequestMapping("/requests/{fileId}/{requestId}/rules")
final class RulesPage {
  private final Approvals approvals;
  private final Explanations explaining;
  private final AccessRecords records;
  private final KeptTexts texts;
  private final Clock clock;

  RulesPage(
      Approvals approvals,
      Explanations explaining,
      AccessRecords records,
      KeptTexts texts,
      Clock clock) {
    this.texts = texts;
    this.records = records;
    this.approvals = approvals;
    this.explaining = explaining;
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param ruleSet version and hash of the rules, stored with the decision; null if no rules judged
   *     the request
   * @param lookedUp whether the request may have been looked up
   * @param internalReason internal reason why the look-up found nothing to disclose; null if it
   *     found something or the reader may not see evidence
   * @param seesEvidence whether the reader may see taxpayer data
   */
  record RuleResults(
      String fileId,
      String requestId,
      ObservableState state,
      @Nullable String ruleSet,
      Timestamps received,
      Explanation explanation,
      boolean lookedUp,
      @Nullable String internalReason,
      boolean seesEvidence) {}

  @GetMapping
  String show(
      @PathVariable String fileId,
      @PathVariable String requestId,
      Model model,
      Authentication who) {
    Explanations.Explained found = explaining.of(fileId, requestId);
    records.saw(who, Sight.RULES, found.key().toString());
    boolean seesEvidence = Caller.of(who).seesEvidence();
    model.addAttribute(
        "page",
        new RuleResults(
            fileId,
            requestId,
            found.state(),
            found.ruleSet(),
            Timestamps.at(found.receivedAt(), clock),
            found.explanation(),
            found.lookedUp(),
            seesEvidence
                ? approvals.caseOf(found.key()).map(CaseFile::internalReason).orElse(null)
                : null,
            seesEvidence));
    boolean decides = Permission.DECIDE.stream().anyMatch(Caller.of(who)::is);
    model.addAttribute("mayDecide", found.waits() && decides);
    String forms = "/files/%s/requests/%s/".formatted(fileId, requestId);
    model.addAttribute("kept", texts.below(forms, who.getName()));
    return "console/rules";
  }
}
