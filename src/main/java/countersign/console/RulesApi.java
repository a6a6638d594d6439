package countersign.console;

import countersign.approval.CaseFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every rule's word on one request: the call of {@link RulesPage}. */
@RestController
@RequestMapping(path = "/api/v1/requests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Rules", description = "What was judged and why; never a value of a request")
final class RulesApi {
  private final Desk desk;
  private final Explanations explaining;

  RulesApi(Desk desk, Explanations explaining) {
    this.desk = desk;
    this.explaining = explaining;
  }

  @GetMapping("/{fileId}/{requestId}/rules")
  @Operation(
      summary = "What every rule said to a request, what it looked at and on which clause",
      description = "From what was stored with the decision: a rule changed since changes nothing.")
  ExplanationJson rules(
      @PathVariable String fileId, @PathVariable String requestId, Authentication who) {
    Explanations.Explained found = explaining.of(fileId, requestId);
    String innerCode =
        Caller.of(who).seesEvidence()
            ? desk.caseOf(found.key()).map(CaseFile::innerCode).orElse(null)
            : null;
    return ExplanationJson.of(found, innerCode);
  }
}
