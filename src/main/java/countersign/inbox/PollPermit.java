package countersign.inbox;

import countersign.lifecycle.Leases;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * Whether this gateway may read one partner's inbox now: the clock must be right, the partner's
 * document must allow it, and no other gateway may hold the lease. A poll that may not read still
 * looks into the folders if that is due, unless the partner is paused.
 */
final class PollPermit {
  /** Time that another gateway waits after this one was killed. */
  private static final Duration LEASE = Duration.ofSeconds(20);

  private final String name;
  private final Leases leases;
  private final BooleanSupplier isClockRight;
  private final PollGate gate;
  private final BooleanSupplier looks;
  private final Runnable taken;
  private volatile boolean polls;
  private boolean reads;
  private long fence = -1;

  /**
   * Creates it.
   *
   * @param looks whether the folders are looked into now
   * @param taken runs when the lease was another gateway's before
   */
  PollPermit(
      String partner,
      Leases leases,
      BooleanSupplier isClockRight,
      PollGate gate,
      BooleanSupplier looks,
      Runnable taken) {
    this.name = "inbox-" + partner;
    this.leases = leases;
    this.isClockRight = isClockRight;
    this.gate = gate;
    this.looks = looks;
    this.taken = taken;
  }

  /** Whether a poll begins now; {@link #reads} tells for what. */
  synchronized boolean begins() {
    reads = asks();
    return reads || (isClockRight.getAsBoolean() && !gate.isPaused() && looks.getAsBoolean());
  }

  /** Asks clock, document and lease again. */
  synchronized boolean asks() {
    if (!isClockRight.getAsBoolean()) {
      release(); // another gateway polls meanwhile
      return false;
    }
    return gate.opens() && takes();
  }

  private boolean takes() {
    OptionalLong held = leases.take(name, LEASE);
    polls = held.isPresent();
    if (polls && held.getAsLong() != fence) {
      taken.run();
      fence = held.getAsLong();
    }
    return polls;
  }

  /** Whether the poll that has begun may read the inbox. */
  synchronized boolean reads() {
    return reads;
  }

  /** Whether no other gateway has taken over the inbox. */
  boolean isStillMine() {
    return leases.take(name, LEASE).isPresent();
  }

  /** Renews this gateway's lease on the inbox, however long reading a file takes. */
  void prolong() {
    if (polls) {
      leases.take(name, LEASE);
    }
  }

  /** Gives up the lease, so that any gateway can poll next. */
  void release() {
    if (polls) {
      polls = false;
      leases.release(name);
    }
  }
}
