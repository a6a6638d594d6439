package countersign.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test advances. It starts at 2026-11-24T15:00:00Z. */
public final class SettableClock extends Clock {
  /** The start time. */
  public static final Instant START = Instant.parse("2026-11-24T15:00:00Z");

  private volatile Instant now = START;

  /** Advances the clock. */
  public void passes(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
