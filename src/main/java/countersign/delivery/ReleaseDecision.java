package countersign.delivery;

import countersign.authority.Agreement;
import countersign.request.Environment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a group may release now. Disclosures are released at any release time. Everything else is
 * released in one response after the deadline, so the time of an answer does not reveal its reason.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, section 6; R47</a>
 */
enum ReleaseDecision {
  /** Releases nothing now. */
  NOTHING,
  /** Releases the countersigned requests. */
  DISCLOSURES,
  /** Releases everything that is left, as the group's last response. */
  ALL,
  /** Ends the group without another response, because nothing is left. */
  END;

  /** The shortest time before an early answer, which only environment T may give. */
  private static final Duration EARLIEST = Duration.ofSeconds(10);

  /** Decides from the group's progress and the agreement's schedule. Pure. */
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
      // A group that ends without a last response would reveal that all of it was disclosed.
      // Cover traffic therefore sends one even if nothing is left.
      boolean hasResponse = progress.open() || (deadline && agreement.schedule().cover());
      return progress.underWay() ? NOTHING : hasResponse ? ALL : END;
    }
    Instant ready = progress.firstReadyAt();
    if (ready != null && !ready.isAfter(latest)) {
      return DISCLOSURES;
    }
    // When cover traffic is on, every group gets a response at every release time, so the presence
    // of one reveals nothing.
    boolean covers = agreement.schedule().cover() && latest.isAfter(group.clock().startedAt());
    Instant last = group.clock().lastReleasedAt();
    return covers && (last == null || last.isBefore(latest)) ? DISCLOSURES : NOTHING;
  }

  /**
   * The next time at which a group may release something although nothing else changes: the first
   * release time for what is ready, the one at the deadline and, with cover traffic, the first one
   * after now; empty if the schedule has none. With cover traffic the time is the same whether
   * something is ready or not, so the arrival of a response does not reveal what it contains. The
   * early answer of environment T is not included; the gateway finds it when it next looks at all
   * groups. Pure.
   */
  static Optional<Instant> nextTime(Group group, Agreement agreement, Instant now) {
    ReleaseTimes times = ReleaseTimes.of(agreement);
    Instant ready = group.progress().firstReadyAt();
    Optional<Instant> cover =
        agreement.schedule().cover() ? Optional.of(now.plusNanos(1)) : Optional.empty();
    return Stream.of(Optional.ofNullable(ready), Optional.of(group.clock().answerBy()), cover)
        .flatMap(Optional::stream)
        .map(times::firstFrom)
        .flatMap(Optional::stream)
        .filter(time -> time.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  /**
   * Whether an early answer is due, which only environment T gives: its partner tests with invented
   * people, so the time of the answer may reveal that everything is decided.
   */
  private static boolean isDecidedEarly(
      Group group, Agreement agreement, Environment environment, Instant now) {
    return environment == Environment.T
        && agreement.schedule().negativesWhenAllDecided()
        && !group.progress().undecided()
        && !now.isBefore(group.clock().startedAt().plus(EARLIEST));
  }
}
