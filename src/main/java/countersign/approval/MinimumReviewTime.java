package countersign.approval;

import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.statement.Reviewer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Enforces the agreement's reviewing floor. A reviewer may approve a case only when the floor has
 * passed since the case became theirs and since their own last decision on any case. A reviewer who
 * clicks through a list is therefore limited to one case per floor. Stateless.
 */
public final class MinimumReviewTime {
  private final JdbcApprovals approvals;
  private final OtherDecisions others;
  private final Function<FileId, Duration> floor;

  /**
   * Creates the check.
   *
   * @param others decisions that also count
   * @param floor gives the reviewing floor of a file's agreement; zero if there is none
   */
  public MinimumReviewTime(
      JdbcApprovals approvals, OtherDecisions others, Function<FileId, Duration> floor) {
    this.approvals = approvals;
    this.others = others;
    this.floor = floor;
  }

  /**
   * Why an approval is too early now; empty if it is allowed.
   *
   * @param since the time from which the case waits for this reviewer
   */
  public Optional<ApprovalOutcome> blocker(
      RequestKey key, Instant since, Reviewer reviewer, Instant now) {
    Duration shortest = floor.apply(key.file());
    if (shortest.isZero()) {
      return Optional.empty();
    }
    Instant earliest =
        Stream.of(approvals.lastDecisionOf(reviewer.account()), others.lastOf(reviewer.account()))
            .flatMap(Optional::stream)
            .filter(last -> last.isAfter(since))
            .max(Comparator.naturalOrder())
            .orElse(since)
            .plus(shortest);
    return now.isBefore(earliest)
        ? Optional.of(new ApprovalOutcome.TooSoon(key, earliest))
        : Optional.empty();
  }
}
