package countersign.console;

import countersign.access.Role;
import countersign.approval.ApprovalOutcome;
import countersign.approval.CaseFile;
import countersign.operations.FileStatus;
import countersign.operations.FileStatuses;
import countersign.operations.ObservableState;
import countersign.operations.Operations;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Decisions of people, and what is answered if one does not count; the same for page and API. */
final class DecisionActions {
  private final Desk desk;
  private final HeldFiles held;
  private final FileStatuses files;
  private final Operations operations;

  DecisionActions(Desk desk, HeldFiles held, FileStatuses files, Operations operations) {
    this.operations = operations;
    this.desk = desk;
    this.held = held;
    this.files = files;
  }

  /**
   * What counts.
   *
   * @throws ApiException for every outcome that changed nothing
   */
  ApprovalOutcome.Done done(ApprovalOutcome outcome) {
    if (outcome instanceof ApprovalOutcome.Done done) {
      return done;
    }
    throw fault(outcome);
  }

  private ApiException fault(ApprovalOutcome outcome) {
    if (outcome instanceof ApprovalOutcome.Unknown) {
      return ApiException.of(ConsoleRefusal.C404_UNKNOWN, outcome.message());
    }
    if (isForbidden(outcome)) {
      return coded(HttpStatus.FORBIDDEN, outcome, Map.of());
    }
    if (outcome instanceof ApprovalOutcome.StaleDraft stale) {
      return coded(HttpStatus.CONFLICT, outcome, Map.of("draftSha256", stale.draftSha256()));
    }
    if (outcome instanceof ApprovalOutcome.TooLate) {
      return coded(HttpStatus.CONFLICT, outcome, Map.of());
    }
    if (outcome instanceof ApprovalOutcome.Lapsed lapsed) {
      return coded(HttpStatus.CONFLICT, outcome, standing(lapsed.key(), null));
    }
    if (outcome instanceof ApprovalOutcome.WrongState wrong) {
      ConsoleRefusal state = ConsoleRefusal.C409_OTHER_STATE;
      Map<String, Object> facts = standing(wrong.key(), wrong.state().name());
      return new ApiException(
          state.status(), state.name(), state.sentence(), outcome.message(), facts);
    }
    if (outcome instanceof ApprovalOutcome.TooSoon) {
      return ApiException.of(ConsoleRefusal.C409_TOO_SOON, outcome.message());
    }
    boolean question = outcome instanceof ApprovalOutcome.Unanswered;
    return ApiException.of(
        question ? ConsoleRefusal.C422_QUESTION_UNANSWERED : ConsoleRefusal.C422_NO_REASON,
        outcome.message());
  }

  private static boolean isForbidden(ApprovalOutcome outcome) {
    return outcome instanceof ApprovalOutcome.WrongRole
        || outcome instanceof ApprovalOutcome.WrongPerson
        || outcome instanceof ApprovalOutcome.SameCounsel
        || outcome instanceof ApprovalOutcome.NotOfRecord
        || outcome instanceof ApprovalOutcome.Vetoed;
  }

  /** By the outcome's own code; without one, access was refused. */
  private static ApiException coded(
      HttpStatus status, ApprovalOutcome outcome, Map<String, Object> facts) {
    ReasonCode code = outcome.code().orElse(ReasonCode.S506_ACCESS);
    return new ApiException(status, code.name(), code.sentence(), outcome.message(), facts);
  }

  /** How it stands now, so that whoever was overtaken need not ask again. */
  private Map<String, Object> standing(RequestKey key, @Nullable String state) {
    Map<String, Object> facts = new LinkedHashMap<>();
    Optional<CaseFile> found = desk.caseOf(key);
    found.ifPresent(now -> facts.put("state", now.state().name()));
    if (state != null) {
      facts.put("state", state);
    }
    found.map(CaseFile::draft).ifPresent(draft -> facts.put("draftSha256", draft.sha256()));
    return facts;
  }

  /**
   * Takes a held file.
   *
   * @throws ApiException if there is none, it is not held, or no reason is given
   */
  void take(String fileId, Caller caller, @Nullable String reason) {
    FileId file = heldFile(fileId, caller, "take");
    held.take(file, caller.actor(), WrittenReason.given(reason));
  }

  /**
   * Refuses a held file.
   *
   * @throws ApiException if there is none, it is not held, or no reason is given
   */
  void refuse(String fileId, Caller caller, @Nullable String reason) {
    FileId file = heldFile(fileId, caller, "refuse");
    held.refuse(file, refusalBy(caller), caller.actor(), WrittenReason.given(reason));
  }

  /**
   * Has a quarantined file judged again.
   *
   * @throws ApiException if there is none, it is not quarantined, or no reason is given
   */
  void judgeAgain(String fileId, Caller caller, @Nullable String reason) {
    FileId file = heldFile(fileId, caller, "judge");
    if (!operations.judgeAgain(file, caller.actor(), WrittenReason.given(reason))) {
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE,
          "File %s is held, not quarantined, so it was judged already. Nothing was changed."
              .formatted(file));
    }
  }

  /**
   * Takes a held request of a file that was taken.
   *
   * @throws ApiException if there is none, it is not held on its own account, or no reason is given
   */
  void take(String fileId, String requestId, Caller caller, @Nullable String reason) {
    RequestKey request = heldRequest(fileId, requestId, caller, "take");
    held.take(request, caller.actor(), WrittenReason.given(reason));
  }

  /**
   * Refuses a held request of a file that was taken.
   *
   * @throws ApiException if there is none, it is not held on its own account, or no reason is given
   */
  void refuse(String fileId, String requestId, Caller caller, @Nullable String reason) {
    RequestKey request = heldRequest(fileId, requestId, caller, "refuse");
    held.refuse(request, refusalBy(caller), caller.actor(), WrittenReason.given(reason));
  }

  private static ReasonCode refusalBy(Caller caller) {
    return caller.is(Role.COUNSEL) ? ReasonCode.A110_COUNSEL_REFUSED : ReasonCode.A112_HOLD_REFUSED;
  }

  private RequestKey heldRequest(String fileId, String requestId, Caller caller, String step) {
    RequestKey key = PathIds.request(fileId, requestId).orElseThrow(PathIds::unknownRequest);
    ObservableState state = files.request(key).orElseThrow(PathIds::unknownRequest).state();
    if (state != ObservableState.HELD) {
      refuseIf(desk.attempted(key, caller.reviewer(), step));
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE,
          "Request %s is %s and does not wait for a decision here. Nothing was changed."
              .formatted(key, state));
    }
    FileStatus file = files.byId(key.file()).orElseThrow(PathIds::unknownFile);
    if (file.state() != FileState.IN_PROGRESS) {
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE,
          "File %s is %s. Decide the file before its requests. Nothing was changed."
              .formatted(file.id(), file.state()));
    }
    return key;
  }

  private void refuseIf(Optional<ApprovalOutcome> vetoed) {
    if (vetoed.isPresent()) {
      throw fault(vetoed.get());
    }
  }

  private FileId heldFile(String fileId, Caller caller, String step) {
    FileStatus file = PathIds.file(fileId).flatMap(files::byId).orElseThrow(PathIds::unknownFile);
    if (file.state() != FileState.HELD && file.state() != FileState.QUARANTINED) {
      refuseIf(desk.attempted(file.id(), caller.reviewer(), step));
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE,
          "File %s is %s and does not wait for a decision. Nothing was changed."
              .formatted(file.id(), file.state()));
    }
    return file.id();
  }
}
