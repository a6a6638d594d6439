package countersign.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sources with many failures: for a quarter of an hour, no password from there is checked for an
 * account that never signed in from there. Forgets at a restart. Thread-safe.
 */
final class SourceThrottle {
  /** Failures within the window that close a source. */
  static final int FAILURES = 30;

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int MOST_SOURCES = 10_000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>();

  SourceThrottle(Clock clock) {
    this.clock = clock;
  }

  synchronized void failed(String source) {
    Deque<Instant> times = failures.computeIfAbsent(source, first -> new ArrayDeque<>());
    times.addLast(clock.instant());
    if (times.size() > FAILURES) {
      times.removeFirst();
    }
    if (failures.size() > MOST_SOURCES) {
      failures.remove(failures.keySet().iterator().next());
    }
  }

  synchronized boolean isClosed(String source) {
    Deque<Instant> times = failures.get(source);
    return times != null
        && times.size() >= FAILURES
        && times.getFirst().isAfter(clock.instant().minus(WINDOW));
  }
}
