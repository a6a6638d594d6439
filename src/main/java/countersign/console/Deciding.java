package countersign.console;

import countersign.approval.Outcome;
import countersign.intake.Intake;
import countersign.lifecycle.UnexpectedState;
import countersign.operations.FileStatus;
import countersign.operations.Files;
import countersign.operations.Operations;
import countersign.operations.Seen;
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
final class Deciding {
  private final Desk desk;
  private final Intake intake;
  private final Files files;
  private final Operations operations;
  private final OutcomeToProblem problems;

  Deciding(Desk desk, Intake intake, Files files, Operations operations) {
    this.operations = operations;
    this.desk = desk;
    this.intake = intake;
    this.files = files;
    this.problems = new OutcomeToProblem(desk::caseOf);
  }

  /**
   * What counts.
   *
   * @throws Fault for every outcome that changed nothing
   */
  Outcome.Done done(Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      return done;
    }
    throw problems.of(outcome);
  }

  /**
   * Takes a held file.
   *
   * @throws Fault if there is none, it is not held, an obstacle is in the way, or no reason is
   *     given
   */
  void take(String fileId, Caller caller, @Nullable String reason) {
    FileId file = heldFile(fileId, caller, "take");
    String given = Reasons.given(reason);
    change(() -> intake.take(file, caller.actor(), given));
  }

  /**
   * Refuses a held file.
   *
   * @throws Fault if there is none, it is not held, or no reason is given
   */
  void refuse(String fileId, Caller caller, @Nullable String reason) {
    FileId file = heldFile(fileId, caller, "refuse");
    String given = Reasons.given(reason);
    change(() -> intake.refuseHeld(file, refusalBy(caller), caller.actor(), given));
  }

  /**
   * Has a quarantined file judged again.
   *
   * @throws Fault if there is none, it is not quarantined, or no reason is given
   */
  void judgeAgain(String fileId, Caller caller, @Nullable String reason) {
    FileId file = heldFile(fileId, caller, "judge");
    if (!operations.judgeAgain(file, caller.actor(), Reasons.given(reason))) {
      throw Fault.of(
          Refusal.C409_OTHER_STATE,
          "File %s is held, not quarantined: it was judged. Nothing was changed.".formatted(file));
    }
  }

  /**
   * Takes a held request of a file that was taken.
   *
   * @throws Fault if there is none, it is not held on its own account, or no reason is given
   */
  void take(String fileId, String requestId, Caller caller, @Nullable String reason) {
    RequestKey request = heldRequest(fileId, requestId, caller, "take");
    String given = Reasons.given(reason);
    change(() -> intake.takeHeld(request, caller.actor(), given));
  }

  /**
   * Refuses a held request of a file that was taken.
   *
   * @throws Fault if there is none, it is not held on its own account, or no reason is given
   */
  void refuse(String fileId, String requestId, Caller caller, @Nullable String reason) {
    RequestKey request = heldRequest(fileId, requestId, caller, "refuse");
    String given = Reasons.given(reason);
    change(() -> intake.refuseHeld(request, refusalBy(caller), caller.actor(), given));
  }

  /** What changed since the caller looked, or cannot be decided by a person, is a conflict. */
  private static void change(Runnable decision) {
    try {
      decision.run();
    } catch (Held held) {
      throw new Fault(
          HttpStatus.CONFLICT,
          held.code().name(),
          held.code().sentence(),
          String.valueOf(held.getMessage()),
          Map.of());
    } catch (UnexpectedState overtaken) {
      throw Fault.of(Refusal.C409_OTHER_STATE, String.valueOf(overtaken.getMessage()));
    }
  }

  private static ReasonCode refusalBy(Caller caller) {
    return caller.is(Role.COUNSEL) ? ReasonCode.A110_COUNSEL_REFUSED : ReasonCode.A112_HOLD_REFUSED;
  }

  private RequestKey heldRequest(String fileId, String requestId, Caller caller, String step) {
    RequestKey key = Ids.request(fileId, requestId).orElseThrow(Ids::unknownRequest);
    Seen state = files.request(key).orElseThrow(Ids::unknownRequest).state();
    if (state != Seen.HELD) {
      refuseIf(desk.attempted(key, caller.reviewer(), step));
      throw Fault.of(
          Refusal.C409_OTHER_STATE,
          "Request %s is %s and waits for nobody's decision here. Nothing was changed."
              .formatted(key, state));
    }
    FileStatus file = files.byId(key.file()).orElseThrow(Ids::unknownFile);
    if (file.state() != FileState.IN_PROGRESS) {
      throw Fault.of(
          Refusal.C409_OTHER_STATE,
          "File %s is %s as a whole: decide the file first. Nothing was changed."
              .formatted(file.id(), file.state()));
    }
    return key;
  }

  private void refuseIf(Optional<Outcome> vetoed) {
    if (vetoed.isPresent()) {
      throw problems.of(vetoed.get());
    }
  }

  private FileId heldFile(String fileId, Caller caller, String step) {
    FileStatus file = Ids.file(fileId).flatMap(files::byId).orElseThrow(Ids::unknownFile);
    if (file.state() != FileState.HELD && file.state() != FileState.QUARANTINED) {
      refuseIf(desk.attempted(file.id(), caller.reviewer(), step));
      throw Fault.of(
          Refusal.C409_OTHER_STATE,
          "File %s is %s and waits for nobody's decision. Nothing was changed."
              .formatted(file.id(), file.state()));
    }
    return file.id();
  }
}
