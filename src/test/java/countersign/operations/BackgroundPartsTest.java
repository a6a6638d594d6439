package countersign.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A page or a meter names each part that does not work, and waits for none. */
class BackgroundPartsTest {
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void each_part_that_does_not_work_is_named_in_its_own_words() {
    BackgroundParts parts =
        new BackgroundParts(
            Map.of(
                "relay", Optional::empty, "broker", () -> Optional.of("BROKER_DOWN  it is away")));

    assertThat(parts.names()).containsExactlyInAnyOrder("broker", "relay");
    assertThat(parts.works("relay")).isTrue();
    assertThat(parts.works("broker")).isFalse();
    assertThat(parts.faults()).containsExactly("BROKER_DOWN  it is away");
  }

  @Test
  void a_part_that_does_not_answer_or_fails_is_named_within_a_second() {
    BackgroundParts parts =
        new BackgroundParts(
            Map.of(
                "frozen",
                this::waits,
                "failing",
                () -> {
                  throw new IllegalStateException("cannot be asked");
                }));
    long begun = System.nanoTime();

    assertThat(parts.faults())
        .containsExactly(
            "The part failing cannot be asked now", "The part frozen cannot be asked now");
    assertThat(parts.works("frozen")).isFalse();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    never.countDown();
  }

  private Optional<String> waits() {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }
}
