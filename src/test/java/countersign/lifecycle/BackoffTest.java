package countersign.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The delay before a retry. */
class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

  @Test
  void the_delay_doubles_with_each_failed_try() {
    assertThat(backoff.after(0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.after(1)).isEqualTo(Duration.ofSeconds(4));
    assertThat(backoff.after(7)).isEqualTo(Duration.ofSeconds(256));
  }

  @Test
  void no_delay_is_longer_than_the_longest() {
    assertThat(backoff.after(8)).isEqualTo(Duration.ofMinutes(5));
    assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
  }
}
