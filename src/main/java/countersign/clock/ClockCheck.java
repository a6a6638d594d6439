package countersign.clock;

import countersign.request.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Compares the clock of this machine with the database's. A gateway whose clock is wrong changes
 * nothing: no poll, no timer, no signature. Between two comparisons a monotonic clock shows a jump
 * at once. Thread-safe.
 */
public final class ClockCheck {
  /** The cause code of everything that waits for the right time. */
  public static final String CLOCK_WRONG = "CLOCK_WRONG";

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration BETWEEN_COMPARISONS = Duration.ofMinutes(1);

  /** A smaller difference comes from the way to the database, and is no reason to correct. */
  private static final Duration NOISE = Duration.ofMillis(100);

  private final Clock machine;
  private final Supplier<Instant> database;
  private final LongSupplier nanos;
  private volatile Reference reference;

  /** A time of the database, the monotonic time at which it was read, and when it was last read. */
  private record Reference(Instant time, long nanos, long comparedAt) {
    Instant at(long now) {
      return time.plusNanos(now - nanos);
    }
  }

  /**
   * Compares the clocks for the first time.
   *
   * @param machine the clock of this machine
   * @param database asks the database for its time
   * @param nanos a monotonic clock, such as {@link System#nanoTime}
   */
  public ClockCheck(Clock machine, Supplier<Instant> database, LongSupplier nanos) {
    this.machine = machine;
    this.database = database;
    this.nanos = nanos;
    this.reference = read();
  }

  private Reference read() {
    long before = nanos.getAsLong();
    Instant time = database.get();
    long after = nanos.getAsLong();
    return new Reference(time, before + (after - before) / 2, after);
  }

  /** Asks the database again if the last comparison is a minute old, or if it found a fault. */
  public void compareIfDue() {
    long now = nanos.getAsLong();
    if (now - reference.comparedAt() >= BETWEEN_COMPARISONS.toNanos() || fault().isPresent()) {
      compare();
    }
  }

  private synchronized void compare() {
    Reference before = reference;
    Reference read = read();
    Duration moved = Duration.between(before.at(read.nanos()), read.time()).abs();
    reference =
        moved.compareTo(NOISE) > 0
            ? read
            : new Reference(before.time(), before.nanos(), read.comparedAt());
  }

  /** How far the clock of this machine is wrong, in words; empty if it is right. */
  public Optional<String> fault() {
    Duration ahead = Duration.between(reference.at(nanos.getAsLong()), machine.instant());
    if (ahead.abs().compareTo(LIMIT) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        "%s  the clock of this gateway is %d s %s the database's. It polls, times and signs nothing until the clock is right, and then goes on by itself"
            .formatted(
                CLOCK_WRONG, ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of"));
  }

  /**
   * Lets a change of shared state begin.
   *
   * @throws Unavailable if the clock is wrong
   */
  public void requireRight() {
    Optional<String> fault = fault();
    if (fault.isPresent()) {
      throw new Unavailable(
          CLOCK_WRONG,
          "Nothing was changed, because the clock of this gateway is wrong. Correct it, or use another gateway.",
          null);
    }
  }

  /** The database's time, which due times and records use on every gateway alike. */
  public Clock databaseTime() {
    return new DatabaseTime(ZoneOffset.UTC);
  }

  private final class DatabaseTime extends Clock {
    private final ZoneId zone;

    DatabaseTime(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new DatabaseTime(other);
    }

    @Override
    public Instant instant() {
      return reference.at(nanos.getAsLong());
    }
  }
}
