package countersign.intake;

import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.Tier;
import countersign.screening.ScreeningPolicy;
import java.time.Clock;
import java.time.Instant;

/**
 * What nobody decided within {@code decideHeldWithin} of its agreement is refused, so that no
 * partner waits for ever. The time does not run while a block stands or a number is missing.
 * Stateless.
 */
public final class HeldTimeout {
  private static final String REASON = "No person decided in time.";

  private final JdbcHeldRequests held;
  private final JdbcFiles files;
  private final ScreeningPolicy judgement;
  private final HeldFileDecisions decisions;
  private final Clock clock;

  HeldTimeout(
      JdbcHeldRequests held,
      JdbcFiles files,
      ScreeningPolicy judgement,
      HeldFileDecisions decisions,
      Clock clock) {
    this.held = held;
    this.files = files;
    this.judgement = judgement;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** Refuses what was held for longer than its agreement allows. COMMITS each, once. */
  public void run() {
    for (FileId file : held.files()) {
      files.find(file.value()).ifPresent(this::lapse);
    }
  }

  private void lapse(FileRow file) {
    Instant moment =
        clock.instant().minus(judgement.decideHeldWithin(String.valueOf(file.agreement())));
    if (file.state() != FileState.IN_PROGRESS) {
      if (isForPeople(file) && held.judgedBefore(file.id(), moment)) {
        decisions.refuseHeld(file.id(), ReasonCode.A113_HOLD_LAPSED, Actor.GATEWAY, REASON);
      }
      return;
    }
    for (String request : held.before(file.id(), moment)) {
      RequestKey key = new RequestKey(file.id(), request);
      decisions.refuseHeld(key, ReasonCode.A113_HOLD_LAPSED, Actor.GATEWAY, REASON);
    }
  }

  /** Nobody is late who has to wait for a block, a missing number or our own repair. */
  private static boolean isForPeople(FileRow file) {
    return file.codes().stream()
        .noneMatch(
            code ->
                code.tier() == Tier.BLOCK
                    || code == ReasonCode.F105_SEQUENCE_GAP
                    || code == ReasonCode.F120_NOT_JUDGED);
  }
}
