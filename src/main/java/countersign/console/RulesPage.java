package countersign.console;

import countersign.approval.CaseFile;
import countersign.operations.FileStatus;
import countersign.operations.Files;
import countersign.operations.RequestStatus;
import countersign.operations.Seen;
import countersign.policy.Explanation;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every rule's word on one request: names of fields, codes and clauses, never a value. */
@Page
@RequestMapping("/requests/{fileId}/{requestId}/rules")
final class RulesPage {
  private final Desk desk;
  private final Files files;
  private final Clock clock;

  RulesPage(Desk desk, Files files, Clock clock) {
    this.desk = desk;
    this.files = files;
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param ruleSet version and hash stored with the decision; null if rules did not judge it
   * @param lookedUp whether a look-up may have followed
   * @param innerCode what came of it; null for whoever may not see evidence, and if nothing went
   *     wrong
   * @param seesEvidence whether the reader may see a taxpayer
   */
  record View(
      String fileId,
      String requestId,
      Seen state,
      @Nullable String ruleSet,
      Moment received,
      Explanation explanation,
      boolean lookedUp,
      @Nullable String innerCode,
      boolean seesEvidence) {}

  @GetMapping
  String show(
      @PathVariable String fileId,
      @PathVariable String requestId,
      Model model,
      Authentication who) {
    RequestKey key = Ids.request(fileId, requestId).orElseThrow(Ids::unknownRequest);
    RequestStatus status = files.request(key).orElseThrow(Ids::unknownRequest);
    FileStatus file = files.byId(key.file()).orElseThrow(Ids::unknownRequest);
    boolean lookedUp = status.state() == Seen.TAKEN || status.state() == Seen.ANSWERED;
    boolean seesEvidence = Caller.of(who).seesEvidence();
    model.addAttribute(
        "page",
        new View(
            fileId,
            requestId,
            status.state(),
            files.ruleSet(key.file()).orElse(null),
            Moment.at(file.times().receivedAt(), clock),
            Explanation.of(
                file.state() != FileState.RECEIVED,
                true,
                codes(file.codes()),
                codes(status.codes())),
            lookedUp,
            seesEvidence ? desk.caseOf(key).map(CaseFile::innerCode).orElse(null) : null,
            seesEvidence));
    return "console/rules";
  }

  private static List<ReasonCode> codes(List<String> names) {
    return names.stream().map(ReasonCode::valueOf).toList();
  }
}
