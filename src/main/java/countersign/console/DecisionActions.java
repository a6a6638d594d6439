package countersign.console;

import countersign.approval.ApprovalOutcome;
import countersign.approval.Approvals;
import countersign.approval.CaseFile;
import countersign.intake.HeldDecisions;
import countersign.lifecycle.UnexpectedState;
import countersign.operations.FileStatus;
import countersign.operations.FileStatuses;
import countersign.operations.ObservableState;
import countersign.operations.Operations;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestKey;
import countersign.request.Role;
import countersign.statement.RequestInContext;
import countersign.stops.Stop;
import countersign.stops.Stops;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Decisions of people, with the error for each that has no effect. Pages and API share it. */
final class DecisionActions {
  /** The step that a veto does not stop, because it is a no itself. */
  private static final String DENY = "refuse";

  private final Approvals approvals;
  private final HeldDecisions heldFiles;
  private final FileStatuses files;
  private final Operations operations;
  private final Stops stops;
  private final OutcomeToProblem problems;

  DecisionActions(
      Approvals approvals,
      HeldDecisions heldFiles,
      FileStatuses files,
      Operations operations,
      Stops stops) {
    this.operations = operations;
    this.stops = stops;
    this.approvals = approvals;
    this.heldFiles = heldFiles;
    this.files = files;
    this.problems = new OutcomeToProblem(approvals::caseOf);
  }

  /** Whether a veto covers the request, its file or its person. */
  boolean isVetoed(RequestKey request) {
    return stops.isVetoed(request) || stops.isVetoed(request.file());
  }

  /**
   * The numbers of the stops that keep the case from leaving. A stop of one person or of a district
   * is not among them: it covers no control case, and reviewers would tell those from requests.
   */
  List<Long> stopsOn(CaseFile found) {
    RequestInContext asked = found.asked();
    Set<String> officers =
        asked.request().officers().stream()
            .map(Request.Officer::officerId)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    return stops
        .active(
            new Stop.Disclosure(
                asked.agreement(),
                asked.agency(),
                found.key().file().value(),
                asked.receivedAt(),
                officers))
        .stream()
        .map(Stop::number)
        .sorted()
        .toList();
  }

  /**
   * Returns the outcome if it changed something.
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
   * @throws ApiException if the file does not exist or is not held, an obstacle prevents taking it,
   *     or no reason is given
   */
  void take(String fileId, Caller caller, @Nullable String reason) {
    FileId file = heldFile(fileId, caller, "take");
    String given = WrittenReason.given(reason);
    change(() -> heldFiles.take(file, caller.actor(), given));
  }

  /**
   * Denies a held file.
   *
   * @throws ApiException if the file does not exist or is not held, or no reason is given
   */
  void deny(String fileId, Caller caller, @Nullable String reason) {
    FileId file = heldFile(fileId, caller, DENY);
    String given = WrittenReason.given(reason);
    change(() -> heldFiles.deny(file, denialBy(caller), caller.actor(), given));
  }

  /**
   * Queues a quarantined file to be judged again.
   *
   * @throws ApiException if the file does not exist or is not quarantined, or no reason is given
   */
  void judgeAgain(String fileId, Caller caller, @Nullable String reason) {
    FileId file = heldFile(fileId, caller, "judge");
    heldFiles
        .obstacleToTaking(file)
        .filter(obstacle -> obstacle.code() == ReasonCode.A110_COUNSEL_REFUSED)
        .ifPresent(
            veto -> {
              throw conflict(veto.code(), veto.sentence() + " Nothing was changed.");
            });
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
   * @throws ApiException if the request does not exist, is not held or is held only because of its
   *     file, or no reason is given
   */
  void take(String fileId, String requestId, Caller caller, @Nullable String reason) {
    RequestKey request = heldRequest(fileId, requestId, caller, "take");
    String given = WrittenReason.given(reason);
    change(() -> heldFiles.take(request, caller.actor(), given));
  }

  /**
   * Denies a held request of a file that was taken.
   *
   * @throws ApiException if the request does not exist, is not held or is held only because of its
   *     file, or no reason is given
   */
  void deny(String fileId, String requestId, Caller caller, @Nullable String reason) {
    RequestKey request = heldRequest(fileId, requestId, caller, DENY);
    String given = WrittenReason.given(reason);
    change(() -> heldFiles.deny(request, denialBy(caller), caller.actor(), given));
  }

  /** Answers 409 if the state changed in the meantime or a person cannot decide this. */
  private static void change(Runnable decision) {
    try {
      decision.run();
    } catch (Held held) {
      throw conflict(held.code(), String.valueOf(held.getMessage()));
    } catch (UnexpectedState overtaken) {
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE, String.valueOf(overtaken.getMessage()));
    }
  }

  private static ApiException conflict(ReasonCode code, String detail) {
    return new ApiException(HttpStatus.CONFLICT, code.name(), code.sentence(), detail, Map.of());
  }

  private static ReasonCode denialBy(Caller caller) {
    return caller.is(Role.COUNSEL) ? ReasonCode.A110_COUNSEL_REFUSED : ReasonCode.A112_HOLD_REFUSED;
  }

  private RequestKey heldRequest(String fileId, String requestId, Caller caller, String step) {
    RequestKey key = PathIds.request(fileId, requestId).orElseThrow(PathIds::unknownRequest);
    ObservableState state = files.request(key).orElseThrow(PathIds::unknownRequest).state();
    boolean held = state == ObservableState.HELD;
    refuseIf(
        held && step.equals(DENY)
            ? Optional.empty()
            : approvals.attempted(key, caller.reviewer(), step));
    if (!held) {
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
    boolean waits = file.state() == FileState.HELD || file.state() == FileState.QUARANTINED;
    refuseIf(
        waits && step.equals(DENY)
            ? Optional.empty()
            : approvals.attempted(file.id(), caller.reviewer(), step));
    if (!waits) {
      throw ApiException.of(
          ConsoleRefusal.C409_OTHER_STATE,
          "File %s is %s and does not wait for a decision. Nothing was changed."
              .formatted(file.id(), file.state()));
    }
    return file.id();
  }
}
