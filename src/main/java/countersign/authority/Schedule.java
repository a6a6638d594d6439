package countersign.authority;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When answers leave and how long people have.
 *
 * @param releaseTimes local times of a day; empty if {@code releaseEvery} is given
 * @param releaseEvery environment T only: an interval instead; null otherwise
 * @param answerWithin from the acknowledgement to the group's last release
 * @param negativesWhenAllDecided environment T only: do not wait for {@code answerWithin}, but 10 s
 *     at least
 * @param decideHeldWithin before a held file lapses
 * @param approvalLapses after the approval
 * @param reviewAfter from release to the review of use
 * @param reviewingFloor nobody approves sooner after a case came before them, or after their own
 *     word before on whatever case; zero in T only
 * @param cover one response per group at every release time, with or without a result; always in P
 */
public record Schedule(
    List<LocalTime> releaseTimes,
    @Nullable Duration releaseEvery,
    Duration answerWithin,
    boolean negativesWhenAllDecided,
    Duration decideHeldWithin,
    Duration approvalLapses,
    Duration reviewAfter,
    Duration reviewingFloor,
    boolean cover) {
  /** Copies the list in. */
  public Schedule {
    releaseTimes = List.copyOf(releaseTimes);
  }
}
