package countersign.console;

import countersign.accounts.AccessRecord.Sight;
import countersign.approval.Approvals;
import countersign.approval.CaseFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The call that returns the result of every rule for a request, as {@link RulesPage} shows it. */
@RestController
@RequestMapping(path = "/api/v1/requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
    name = "Rules",
    description = "How each rule judged a request, without any value of the request")
final class RulesApi {
  private final Approvals approvals;
  private final Explanations explaining;
  private final AccessRecords records;

  RulesApi(Approvals approvals, Explanations explaining, AccessRecords records) {
    this.records = records;
    this.approvals = approvals;
    this.explaining = explaining;
  }

  @GetMapping("/{fileId}/{requestId}/rules")
  @Operation(
      summary = "Shows the result of every rule for a request, the fields it checks and its source",
      description =
          "Results are those stored when the request was judged. Later changes of a rule do not change them.")
  ExplanationJson rules(
      @PathVariable String fileId, @PathVariable String requestId, Authentication who) {
    Explanations.Explained found = explaining.of(fileId, requestId);
    records.saw(who, Sight.RULES, found.key().toString());
    String internalReason =
        Caller.of(who).seesEvidence()
            ? approvals.caseOf(found.key()).map(CaseFile::internalReason).orElse(null)
            : null;
    return ExplanationJson.of(found, internalReason);
  }
}
