package countersign.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Nobody waits for a part that is away or frozen; the last known value carries its age. */
class LastKnownTest {
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicReference<Supplier<Integer>> part =
      new AtomicReference<>(reads::incrementAndGet);
  private final LastKnown<Integer> known =
      new LastKnown<>("part", Duration.ZERO, PATIENCE, () -> part.get().get());

  @Test
  void a_part_that_answers_is_read_for_each_caller() {
    assertThat(value()).isEqualTo(1);
    assertThat(value()).isEqualTo(2);
    assertThat(known.answers()).isTrue();
  }

  @Test
  void a_fresh_value_is_not_read_again() {
    LastKnown<Integer> fresh =
        new LastKnown<>("part", Duration.ofMinutes(1), PATIENCE, reads::incrementAndGet);

    for (int i = 0; i < 5; i++) {
      assertThat(fresh.get()).map(LastKnown.Aged::value).hasValue(1);
    }
  }

  @Test
  void a_hundred_looks_at_a_frozen_part_take_less_than_a_second_and_show_the_last_value() {
    value();
    CountDownLatch thaws = freezes();
    long begun = System.nanoTime();

    for (int i = 0; i < 100; i++) {
      assertThat(value()).isEqualTo(1);
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    assertThat(known.answers()).isFalse();
    await("the age to grow").until(() -> age().compareTo(PATIENCE) > 0);
    thaws.countDown();
    await("the part to answer again").until(known::answers);
  }

  @Test
  void a_part_that_fails_leaves_the_last_value_until_it_answers_again() {
    value();
    part.set(
        () -> {
          throw new IllegalStateException("away");
        });
    assertThat(value()).isEqualTo(1);
    assertThat(known.answers()).isFalse();

    part.set(reads::incrementAndGet);
    assertThat(known.answers()).isTrue();
    assertThat(value()).isGreaterThan(1);
  }

  @Test
  void a_part_that_never_answered_has_no_value() {
    CountDownLatch thaws = freezes();

    assertThat(known.get()).isEqualTo(Optional.empty());
    assertThat(known.answers()).isFalse();
    thaws.countDown();
  }

  private CountDownLatch freezes() {
    CountDownLatch thaws = new CountDownLatch(1);
    part.set(
        () -> {
          try {
            thaws.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return reads.incrementAndGet();
        });
    return thaws;
  }

  private int value() {
    return known.get().orElseThrow().value();
  }

  private Duration age() {
    return known.get().orElseThrow().age();
  }
}
