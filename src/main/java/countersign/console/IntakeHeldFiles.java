package countersign.console;

import countersign.intake.Intake;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;

/** {@link HeldFiles} by {@link Intake}. Stateless. */
final class IntakeHeldFiles implements HeldFiles {
  private final Intake intake;

  IntakeHeldFiles(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void take(FileId file, Actor actor, String reason) {
    intake.take(file, actor, reason);
  }

  @Override
  public void refuse(FileId file, ReasonCode code, Actor actor, String reason) {
    intake.refuseHeld(file, code, actor, reason);
  }

  @Override
  public void take(RequestKey request, Actor actor, String reason) {
    intake.takeHeld(request, actor, reason);
  }

  @Override
  public void refuse(RequestKey request, ReasonCode code, Actor actor, String reason) {
    intake.refuseHeld(request, code, actor, reason);
  }
}
