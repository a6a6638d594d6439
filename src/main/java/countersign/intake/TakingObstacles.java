package countersign.intake;

import countersign.intake.HeldDecisions.Obstacle;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.screening.ScreeningPolicy;
import countersign.stops.Stops;
import java.util.Optional;

/** Why no person can take a waiting file or request now. Stateless. */
final class TakingObstacles {
  private static final String UNREAD =
      "File %s cannot be taken because the gateway has not been able to read it yet. The gateway tries again by itself, and an operator can have it judged again at once.";
  private static final String VETOED =
      "%s cannot be taken or judged again, because a veto of counsel covers it. Two counsel can lift the veto.";
  private static final String BLOCKED =
      "File %s cannot be taken while this block is in force. When the block ends, the gateway judges the file again by itself.";

  private final Stops stops;
  private final ScreeningPolicy policy;

  TakingObstacles(Stops stops, ScreeningPolicy policy) {
    this.stops = stops;
    this.policy = policy;
  }

  /** The first obstacle to taking a file; empty if there is none. */
  Optional<Obstacle> of(FileRow row) {
    if (stops.isVetoed(row.id())) {
      return Optional.of(
          new Obstacle(ReasonCode.A110_COUNSEL_REFUSED, VETOED.formatted("File " + row.id())));
    }
    return row.unjudged()
        ? Optional.of(new Obstacle(ReasonCode.F120_NOT_JUDGED, UNREAD.formatted(row.id())))
        : policy.blocks(String.valueOf(row.agreement()), row.agency()).stream()
            .findFirst()
            .map(block -> new Obstacle(block, BLOCKED.formatted(row.id())));
  }

  /**
   * Checks that no veto covers a request.
   *
   * @throws Held if a veto covers it, its file or its person
   */
  void assertNotVetoed(RequestKey request) {
    if (stops.isVetoed(request)) {
      throw new Held(
          ReasonCode.A110_COUNSEL_REFUSED,
          VETOED.formatted("Request " + request) + " Nothing was changed.");
    }
  }
}
