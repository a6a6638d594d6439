package countersign.delivery;

import countersign.authority.Agreement;
import countersign.request.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What of a group may leave now. The deadline keeps refusals from telling: disclosures leave at any
 * release time, everything else in one response after the deadline.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 6; R47</a>
 */
enum ReleaseDecision {
  /** Nothing now. */
  NOTHING,
  /** What is countersigned. */
  DISCLOSURES,
  /** Everything that is left, and it is the last time. */
  ALL,
  /** Nothing is left: the group ends without another response. */
  END;

  /** Even environment T does not answer earlier. */
  private static final Duration EARLIEST = Duration.ofSeconds(10);

  /** Decides, from where the group stands. Pure. */
  static ReleaseDecision of(
      Group group, Agreement agreement, Environment environment, Instant now) {
    Optional<Instant> time = ReleaseTimes.of(agreement).latest(now);
    if (time.isEmpty()) {
      return NOTHING;
    }
    Instant latest = time.get();
    Group.Progress progress = group.progress();
    boolean deadline = !latest.isBefore(group.clock().answerBy());
    if (deadline || isDecidedEarly(group, agreement, environment, now)) {
      // A group that ended without its last response would tell that all of it was disclosed.
      boolean answers = progress.open() || (deadline && agreement.schedule().cover());
      return progress.underWay() ? NOTHING : answers ? ALL : END;
    }
    Instant ready = progress.firstReadyAt();
    if (ready != null && !ready.isAfter(latest)) {
      return DISCLOSURES;
    }
    // With cover every group has a response at every release time, so that none tells.
    boolean covers = agreement.schedule().cover() && latest.isAfter(group.clock().startedAt());
    Instant last = group.clock().lastReleasedAt();
    return covers && (last == null || last.isBefore(latest)) ? DISCLOSURES : NOTHING;
  }

  private static boolean isDecidedEarly(
      Group group, Agreement agreement, Environment environment, Instant now) {
    return environment == Environment.T
        && agreement.schedule().negativesWhenAllDecided()
        && !group.progress().undecided()
        && !now.isBefore(group.clock().startedAt().plus(EARLIEST));
  }
}
