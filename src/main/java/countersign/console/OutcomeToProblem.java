package countersign.console;

import countersign.approval.ApprovalOutcome;
import countersign.approval.CaseFile;
import countersign.approval.ClaimedByOther;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Converts an outcome that changed nothing into the error that page and API answer with. */
final class OutcomeToProblem {
  private final Function<RequestKey, Optional<CaseFile>> cases;

  /**
   * Creates the converter.
   *
   * @param cases finds the current case of a request; some errors include its state
   */
  OutcomeToProblem(Function<RequestKey, Optional<CaseFile>> cases) {
    this.cases = cases;
  }

  /**
   * The exception for an outcome.
   *
   * @throws IllegalArgumentException if the outcome changed something
   */
  ApiException of(ApprovalOutcome outcome) {
    return switch (outcome.kind()) {
      case DONE -> throw new IllegalArgumentException("No fault: %s".formatted(outcome.message()));
      case UNKNOWN -> ApiException.of(ConsoleRefusal.C404_UNKNOWN, outcome.message());
      case WRONG_ROLE, WRONG_PERSON, VETOED, NOT_OF_RECORD, SAME_COUNSEL ->
          coded(HttpStatus.FORBIDDEN, outcome, Map.of());
      case TOO_LATE -> coded(HttpStatus.CONFLICT, outcome, Map.of());
      case STALE_DRAFT -> {
        String now = ((ApprovalOutcome.StaleDraft) outcome).draftSha256();
        yield coded(HttpStatus.CONFLICT, outcome, Map.of("draftSha256", now));
      }
      case EXPIRED ->
          coded(
              HttpStatus.CONFLICT,
              outcome,
              caseNow(((ApprovalOutcome.Expired) outcome).key(), null));
      case WRONG_STATE -> otherState((ApprovalOutcome.WrongState) outcome);
      case TOO_SOON -> ApiException.of(ConsoleRefusal.C409_TOO_SOON, outcome.message());
      case UNANSWERED ->
          ApiException.of(ConsoleRefusal.C422_QUESTION_UNANSWERED, outcome.message());
      case NOT_ENROLLED -> ApiException.of(ConsoleRefusal.C403_NOT_ENROLLED, outcome.message());
      case CLAIMED -> claimed((ClaimedByOther) outcome);
      case SAME_PAIR -> ApiException.of(ConsoleRefusal.C409_SAME_PAIR, outcome.message());
      case DECIDED_OTHERWISE ->
          ApiException.of(ConsoleRefusal.C409_DECIDED_OTHERWISE, outcome.message());
      case NO_REASON -> ApiException.of(ConsoleRefusal.C422_NO_REASON, outcome.message());
    };
  }

  private static ApiException claimed(ClaimedByOther outcome) {
    ConsoleRefusal refusal = ConsoleRefusal.C409_CLAIMED;
    return new ApiException(
        refusal.status(),
        refusal.name(),
        refusal.sentence(),
        outcome.message(),
        Map.of("claimedBy", outcome.account(), "claimedUntil", outcome.until().toString()));
  }

  private ApiException otherState(ApprovalOutcome.WrongState outcome) {
    ConsoleRefusal refusal = ConsoleRefusal.C409_OTHER_STATE;
    return new ApiException(
        refusal.status(),
        refusal.name(),
        refusal.sentence(),
        outcome.message(),
        caseNow(outcome.key(), outcome.state().name()));
  }

  /** Uses the outcome's own code, or the code for denied access if the outcome has none. */
  private static ApiException coded(
      HttpStatus status, ApprovalOutcome outcome, Map<String, Object> facts) {
    ReasonCode code = outcome.code().orElse(ReasonCode.S506_ACCESS);
    return new ApiException(status, code.name(), code.sentence(), outcome.message(), facts);
  }

  /** The current case, so that the caller needs no second call. */
  private Map<String, Object> caseNow(RequestKey key, @Nullable String state) {
    Map<String, Object> facts = new LinkedHashMap<>();
    Optional<CaseFile> found = cases.apply(key);
    found.ifPresent(now -> facts.put("state", now.state().name()));
    if (state != null) {
      facts.put("state", state);
    }
    found.map(CaseFile::draft).ifPresent(draft -> facts.put("draftSha256", draft.sha256()));
    return facts;
  }
}
