package countersign.inbox;

import countersign.pipeline.FaultSort;
import countersign.request.Unavailable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The failed polls of one inbox since the last successful one. A fault is logged when it begins,
 * when it ends and, while it lasts, ever more rarely.
 */
final class PollFaults {
  private static final Logger LOG = LoggerFactory.getLogger(PollFaults.class);

  /** A fault that lasts is logged again after this many polls, then after its square, and so on. */
  private static final int REPEATED = 20;

  private final String partner;
  private volatile @Nullable String reason;
  private volatile int polls;
  private int warnAt = REPEATED;

  PollFaults(String partner) {
    this.partner = partner;
  }

  /** The code of the fault; null if the last poll succeeded. */
  @Nullable String reason() {
    return reason;
  }

  /** Number of failed polls since the last successful one. */
  int polls() {
    return polls;
  }

  /** A poll succeeded. */
  synchronized void over() {
    if (polls > 0) {
      LOG.info("Inbox of {} can be read again. Number of failed polls before: {}", partner, polls);
    }
    polls = 0;
    reason = null;
  }

  /** A poll failed. */
  synchronized void failed(Exception cause) {
    boolean ours = FaultSort.isDatabaseAway(cause);
    Optional<SftpFault> fault = ours ? Optional.empty() : SftpFault.of(cause);
    String now =
        ours
            ? Unavailable.DATABASE_DOWN
            : fault.map(Enum::name).orElseGet(() -> FaultSort.causeOf(cause));
    boolean news = !now.equals(reason);
    polls++;
    reason = now;
    if (news) {
      warnAt = REPEATED;
    }
    boolean again = polls >= warnAt;
    if (again) {
      warnAt *= REPEATED;
    }
    if (news || again) {
      LOG.warn(
          "{}  Inbox of {}, {}: {}. The next poll tries again.",
          now,
          partner,
          polls == 1 ? "1 failed poll" : polls + " failed polls",
          fault.map(SftpFault::means).orElse("the cause is in the gateway"));
    }
  }
}
