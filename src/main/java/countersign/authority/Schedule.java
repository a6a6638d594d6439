package countersign.authority;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Release times of responses and time limits for people's decisions.
 *
 * @param releaseTimes local times of a day; empty if {@code releaseEvery} is set
 * @param releaseEvery environment T only: release interval; null if there are {@code releaseTimes}
 * @param answerWithin time from the acknowledgement to the group's last release
 * @param negativesWhenAllDecided environment T only: release negative results as soon as all
 *     requests are decided, at the earliest after 10 s, instead of after {@code answerWithin}
 * @param decideHeldWithin time that people have to decide a held file or request
 * @param approvalLapses time after which an approval expires
 * @param reviewAfter time from release to the review of use
 * @param reviewingFloor shortest time before a reviewer may approve, measured from when the case
 *     was presented to them and from their previous decision on any case; zero in T only
 * @param cover true if every group gets one response at every release time, with or without a
 *     result; always true in P (production)
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
  /** Makes an immutable copy of the list. */
  public Schedule {
    releaseTimes = List.copyOf(releaseTimes);
  }
}
