package countersign.approval;

import countersign.request.FileId;
import countersign.request.RequestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A case takes its time: nobody approves sooner than the agreement's floor after the case came
 * before them, or after their own word before, on whatever case. Who clicks through a list is
 * slowed down to one case a floor. Stateless.
 */
final class MinimumReviewTime {
  private final JdbcApprovals approvals;
  private final Function<FileId, Duration> floor;

  /**
   * Of the agreement that a file relies on.
   *
   * @param floor zero: none
   */
  MinimumReviewTime(JdbcApprovals approvals, Function<FileId, Duration> floor) {
    this.approvals = approvals;
    this.floor = floor;
  }

  /**
   * What is in the way of an approval now.
   *
   * @param since when the case came before this reviewer
   */
  Optional<ApprovalOutcome> obstacle(
      RequestKey key, Instant since, Reviewer reviewer, Instant now) {
    Duration shortest = floor.apply(key.file());
    if (shortest.isZero()) {
      return Optional.empty();
    }
    Instant earliest =
        approvals
            .lastWordOf(reviewer.account())
            .filter(word -> word.isAfter(since))
            .orElse(since)
            .plus(shortest);
    return now.isBefore(earliest)
        ? Optional.of(new ApprovalOutcome.TooSoon(key, earliest))
        : Optional.empty();
  }
}
