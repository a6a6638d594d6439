package countersign.inbox;

import countersign.authority.Partner;
import countersign.authority.PartnerSettings;
import countersign.authority.PollSchedule;
import countersign.pause.PartnerPauses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether one partner's inbox is polled now: never while the partner is paused, otherwise
 * when its document says so. A poll that left files behind is continued at once.
 */
final class PollGate {
  /** A poll by cron that failed is tried again after this time, not only at its next time. */
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final String partner;
  private final Function<String, Optional<Partner>> partners;
  private final PartnerPauses pauses;
  private final Clock clock;
  private Instant last;
  private boolean unfinished;
  private @Nullable Instant retryAt;
  private volatile boolean paused;

  /**
   * A gate of a partner that was not polled yet.
   *
   * @param partners the partners in force, by id
   */
  PollGate(
      String partner,
      Function<String, Optional<Partner>> partners,
      PartnerPauses pauses,
      Clock clock) {
    this.partner = partner;
    this.partners = partners;
    this.pauses = pauses;
    this.clock = clock;
    this.last = clock.instant();
    this.unfinished = settings().poll().cron() == null; // the first poll waits for no pause
  }

  /** The settings in force. */
  PartnerSettings settings() {
    return partners.apply(partner).map(Partner::settings).orElse(PartnerSettings.NONE);
  }

  /** Whether the inbox is polled now; if so, a poll begins. */
  synchronized boolean opens() {
    paused = pauses.isPaused(partner);
    Instant now = clock.instant();
    PollSchedule times = settings().poll();
    boolean again = unfinished || (retryAt != null && !retryAt.isAfter(now));
    return !paused && (again ? times.isOpen(now) : times.isDue(last, now));
  }

  /**
   * A poll has ended.
   *
   * @param more whether it left files behind that the next poll can read
   */
  synchronized void polled(boolean more) {
    last = clock.instant();
    unfinished = more;
    retryAt = null;
  }

  /** A poll has failed. */
  synchronized void failed() {
    last = clock.instant();
    unfinished = false;
    retryAt = settings().poll().cron() == null ? null : last.plus(AFTER_FAILURE);
  }

  /** Whether the partner was paused when it was looked at last. For any thread. */
  boolean isPaused() {
    return paused;
  }
}
