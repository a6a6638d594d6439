package countersign.operations;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes one line a minute for each part that is away, with the number of failures, instead of a
 * line or a stack trace for each of them. After a quarter of an hour the line is an alarm.
 * Thread-safe.
 */
public final class OutageLog {
  private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
  private static final Duration ALARM_AFTER = Duration.ofMinutes(15);

  /** Longer than the longest delay between two tries. */
  private static final Duration OVER_AFTER = Duration.ofMinutes(11);

  private final LongSupplier nanos;
  private final Map<String, Outage> outages = new HashMap<>();

  /**
   * Creates a log without outages.
   *
   * @param nanos a monotonic clock, such as {@link System#nanoTime}
   */
  public OutageLog(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Outage(long begun, long lastFailure, long lastLine, int failures) {}

  /**
   * Counts a failure and writes a line if the last one for this part is a minute old.
   *
   * @param cause cause code of the part that is away
   * @param what what failed and waits, without values
   */
  public synchronized void failed(String cause, String what) {
    long now = nanos.getAsLong();
    Outage before = outages.get(cause);
    if (before == null || isOver(before, now)) {
      outages.put(cause, new Outage(now, now, now, 0));
      LOG.warn("{}  {} waits and is tried again. Further failures are counted.", cause, what);
      return;
    }
    int failures = before.failures() + 1;
    if (now - before.lastLine() < BETWEEN_LINES.toNanos()) {
      outages.put(cause, new Outage(before.begun(), now, before.lastLine(), failures));
      return;
    }
    Duration since = Duration.ofNanos(now - before.begun());
    LOG.atLevel(since.compareTo(ALARM_AFTER) < 0 ? Level.WARN : Level.ERROR)
        .log(
            "{}  away for {} min; failures since the last line: {}, the last one: {}. The work waits and goes on by itself.",
            cause,
            since.toMinutes(),
            failures,
            what);
    outages.put(cause, new Outage(before.begun(), now, now, 0));
  }

  private static boolean isOver(Outage before, long now) {
    return now - before.lastFailure() > OVER_AFTER.toNanos();
  }
}
