package countersign.console;

import countersign.approval.ApprovalOutcome;
import countersign.approval.Approvals;
import countersign.intake.Intake;
import countersign.lifecycle.UnexpectedState;
import countersign.operations.FileStatus;
import countersign.operations.FileStatuses;
import countersign.operations.ObservableState;
import countersign.operations.Operations;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.Role;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Decisions of people, and what is answered if one does not count; the same for page and API. */
final class DecisionActions {
  private final Approvals approvals;
  private final Intake intake;
  private final FileStatuses files;
  private final Operations operations;
  private final OutcomeToProblem problems;

  DecisionActions(Approvals approvals, Intake intake, FileStatuses files, Operations operations) {
    this.operations = operations;
    this.approvals = approvals;
    this.intake = intake;
    this.files = files;
    this.problems = new OutcomeToProblem(approvals::caseOf);
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
    throw problems.of(outcome);
  }

  /**
   * Takes a held file.
   *
   * @throws ApiException if there is none, it is not held, an obstacle is in the way, or no reason
   *     is given
   */
  void take(String fileId, Caller caller, @Nullable String reason) {
    FileId file = heldFile(fileId, caller, "take");
    String given = WrittenReason.given(reason);
    change(() -> intake.take(file, caller.actor(), given));
  }

  /**
   * Refuses a held file.
   *
   * @throws ApiException if there is none, it is not held, or no reason is given
   */
  void refuse(String fileId, Caller caller, @Nullable String reason) {
    FileId file = heldFile(fileId, caller, "refuse");
    String given = WrittenReason.given(reason);
    change(() -> intake.refuseHeld(file, refusalBy(caller), caller.actor(), given));
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
    String given = WrittenReason.given(reason);
    change(() -> intake.takeHeld(request, caller.actor(), given));
  }

  /**
   * Refuses a held request of a file that was taken.
   *
   * @throws ApiException if there is none, it is not held on its own account, or no reason is given
   */
  void refuse(String fileId, String requestId, Caller caller, @Nullable String reason) {
    RequestKey request = heldRequest(fileId, requestId, caller, "refuse");
    String given = WrittenReason.given(reason);
    change(() -> intake.refuseHeld(request, refusalBy(caller), caller.actor(), given));
  }

  /** What changed since the caller looked, or cannot be decided by a person, is a conflict. */
  private static void change(Runnable decision) {
    try {
      decision.run();
    } catch (Held held) {
      throw new ApiException(
          HttpStatus.CONFLICT,
          held.code().name(),
          held.code().sentence(),
          String.valueOf(held.getMessage()),
          Map.of());
    } catch (UnexpectedState overtaken) {
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE, String.valueOf(overtaken.getMessage()));
    }
  }

  private static ReasonCode refusalBy(Caller caller) {
    return caller.is(Role.COUNSEL) ? ReasonCode.A110_COUNSEL_REFUSED : ReasonCode.A112_HOLD_REFUSED;
  }

  private RequestKey heldRequest(String fileId, String requestId, Caller caller, String step) {
    RequestKey key = PathIds.request(fileId, requestId).orElseThrow(PathIds::unknownRequest);
    ObservableState state = files.request(key).orElseThrow(PathIds::unknownRequest).state();
    if (state != ObservableState.HELD) {
      refuseIf(approvals.attempted(key, caller.reviewer(), step));
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
      throw problems.of(vetoed.get());
    }
  }

  private FileId heldFile(String fileId, Caller caller, String step) {
    FileStatus file = PathIds.file(fileId).flatMap(files::byId).orElseThrow(PathIds::unknownFile);
    if (file.state() != FileState.HELD && file.state() != FileState.QUARANTINED) {
      refuseIf(approvals.attempted(file.id(), caller.reviewer(), step));
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE,
          "File %s is %s and does not wait for a decision. Nothing was changed."
              .formatted(file.id(), file.state()));
    }
    return file.id();
  }
}
