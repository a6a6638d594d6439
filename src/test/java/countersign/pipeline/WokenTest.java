package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.lifecycle.WorkSignal;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What health learns of a thread that works by itself. */
class WokenTest {
  private static final Duration TOLERATED = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final AtomicBoolean fails = new AtomicBoolean();
  private final WorkSignal signal = new WorkSignal();
  private final BackgroundWorker woken =
      new BackgroundWorker("relay", signal, Duration.ofMillis(10), Duration.ZERO, this::pass);

  private boolean pass() {
    if (fails.get()) {
      throw new IllegalStateException("The broker does not answer");
    }
    return false;
  }

  @AfterEach
  void stop() {
    woken.stop();
  }

  @Test
  void what_is_not_started_is_at_fault() {
    assertThat(woken.fault(LONG)).hasValue("the relay is not started");
    woken.start();
    assertThat(woken.fault(LONG)).isEmpty();
    woken.stop();
    assertThat(woken.fault(LONG)).hasValue("the relay is not started");
  }

  @Test
  void the_shortest_time_between_two_passes_does_not_put_off_the_next_time() {
    Queue<Long> passes = new ConcurrentLinkedQueue<>();
    BackgroundWorker timed =
        BackgroundWorker.timed(
            "release",
            signal::onDecision,
            LONG,
            Duration.ofMillis(1500),
            () -> {
              passes.add(System.nanoTime());
              return Duration.ofMillis(1501);
            });
    timed.start();
    await().until(() -> passes.size() == 2);
    timed.stop();

    long first = passes.remove();
    assertThat(Duration.ofNanos(passes.remove() - first))
        .isBetween(Duration.ofMillis(1500), Duration.ofMillis(2900));
  }

  @Test
  void what_fails_for_longer_than_tolerated_is_at_fault_until_a_pass_succeeds() {
    woken.start();
    fails.set(true);
    await().until(() -> woken.fault(TOLERATED).isPresent());
    assertThat(woken.fault(TOLERATED).orElseThrow()).startsWith("no pass of the relay succeeds");
    assertThat(woken.fault(LONG)).isEmpty();
    fails.set(false);
    await()
        .until(
            () -> {
              signal.ring();
              return woken.fault(TOLERATED).isEmpty();
            });
  }
}
