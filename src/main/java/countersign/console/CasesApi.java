package countersign.console;

import countersign.accounts.AccessRecord.Sight;
import countersign.approval.ApprovalOutcome;
import countersign.approval.Approvals;
import countersign.approval.CaseFile;
import countersign.authority.SignedRegister;
import countersign.operations.FileStatuses;
import countersign.request.RequestKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases before reviewers. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
    name = "Cases",
    description =
        "Two different people approve exactly the bytes that would be sent, or one of them denies the request")
final class CasesApi {
  private final Approvals approvals;
  private final DecisionActions deciding;
  private final DecisionKeys keys;
  private final FileStatuses files;
  private final AccessRecords records;
  private final Supplier<Optional<SignedRegister>> register;

  CasesApi(
      Approvals approvals,
      DecisionActions deciding,
      DecisionKeys keys,
      FileStatuses files,
      AccessRecords records,
      Supplier<Optional<SignedRegister>> register) {
    this.register = register;
    this.records = records;
    this.keys = keys;
    this.approvals = approvals;
    this.deciding = deciding;
    this.files = files;
  }

  @GetMapping("/requests/{fileId}/{requestId}")
  @Operation(
      summary = "Shows one request",
      description =
          "In full for reviewers, counsel and the privacy officer; submitters, operators and auditors see"
              + " REFUSED, HELD, TAKEN or ANSWERED and the codes given before any look-up.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(oneOf = {CaseJson.class, CaseJson.Status.class})))
  Object one(@PathVariable String fileId, @PathVariable String requestId, Authentication who) {
    RequestKey key = key(fileId, requestId);
    if (Caller.of(who).seesEvidence()) {
      CaseFile found =
          approvals.caseOf(key, Caller.of(who).reviewer()).orElseThrow(PathIds::unknownRequest);
      records.saw(who, Sight.CASE, key.toString());
      return CaseJson.of(found);
    }
    CaseJson.Status status =
        files.request(key).map(CaseJson.Status::of).orElseThrow(PathIds::unknownRequest);
    records.saw(who, Sight.STATUS, key.toString());
    return status;
  }

  @GetMapping("/requests/{fileId}/{requestId}/approvals")
  @Operation(
      summary = "Exports the signed decisions on a request with the signed enrolment register",
      description =
          "The command countersign verify-approval checks the export on a machine without a gateway.")
  ApprovalExport approvals(
      @PathVariable String fileId, @PathVariable String requestId, Authentication who) {
    RequestKey key = key(fileId, requestId);
    CaseFile found = approvals.caseOf(key).orElseThrow(PathIds::unknownRequest);
    records.saw(who, Sight.CASE, key.toString());
    return ApprovalExport.of(
        found.approvals(),
        register
            .get()
            .orElseThrow(
                () ->
                    ApiException.of(
                        ConsoleRefusal.C409_OTHER_STATE,
                        "No enrolment register counts, or its file is no longer the one that the gateway read at its start.")));
  }

  @PostMapping(
      path = "/requests/{fileId}/{requestId}/endorse",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Approves the draft as the first reviewer")
  @DecisionApiDescription
  DecisionJson.Decided endorse(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @RequestBody DecisionJson decision,
      Authentication who,
      HttpServletRequest call) {
    RequestKey key = key(fileId, requestId);
    return decided(
        keys.decide(call, Caller.of(who), by -> approvals.endorse(key, by, decision.decision())));
  }

  @PostMapping(
      path = "/requests/{fileId}/{requestId}/countersign",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Approves the same draft as the second, different reviewer")
  @DecisionApiDescription
  DecisionJson.Decided countersign(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @RequestBody DecisionJson decision,
      Authentication who,
      HttpServletRequest call) {
    RequestKey key = key(fileId, requestId);
    return decided(
        keys.decide(
            call, Caller.of(who), by -> approvals.countersign(key, by, decision.decision())));
  }

  @PostMapping(
      path = "/requests/{fileId}/{requestId}/refuse",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Denies the request for good; only two counsel together can lift a denial by counsel")
  @DecisionApiDescription
  DecisionJson.Decided refuse(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @RequestBody DecisionJson.Reason reason,
      Authentication who,
      HttpServletRequest call) {
    RequestKey key = key(fileId, requestId);
    return decided(
        keys.decide(call, Caller.of(who), by -> approvals.deny(key, by, reason.given())));
  }

  @PostMapping(
      path = "/requests/{fileId}/{requestId}/reconsider",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The counsel who denied the request asks to lift the denial",
      description = "The request stays DECLINED until a second counsel agrees.")
  @DecisionApiDescription
  DecisionJson.Decided reconsider(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @RequestBody DecisionJson.Reason reason,
      Authentication who,
      HttpServletRequest call) {
    RequestKey key = key(fileId, requestId);
    return decided(
        keys.decide(call, Caller.of(who), by -> approvals.reconsider(key, by, reason.given())));
  }

  @PostMapping(
      path = "/requests/{fileId}/{requestId}/lift",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "A second counsel lifts the denial",
      description = "The request then needs two new approvals.")
  @DecisionApiDescription
  DecisionJson.Decided lift(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @RequestBody DecisionJson.Reason reason,
      Authentication who,
      HttpServletRequest call) {
    RequestKey key = key(fileId, requestId);
    return decided(
        keys.decide(call, Caller.of(who), by -> approvals.lift(key, by, reason.given())));
  }

  private DecisionJson.Decided decided(ApprovalOutcome outcome) {
    ApprovalOutcome.Done done = deciding.done(outcome);
    return new DecisionJson.Decided(
        done.key().file().value(), done.key().requestId(), done.state().name());
  }

  private static RequestKey key(String fileId, String requestId) {
    return PathIds.request(fileId, requestId).orElseThrow(PathIds::unknownRequest);
  }
}
