package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a poll waits for a file that is complete in a moment, and lists the inbox again. */
class SecondListingTest {
  private final List<Long> slept = new ArrayList<>();
  private boolean goesOn = true;
  private boolean mayRead = true;
  private final SecondListing listing =
      new SecondListing(slept::add, () -> goesOn, () -> mayRead && !slept.isEmpty());

  @Test
  void a_poll_waits_for_a_moment_and_no_longer() {
    assertThat(listing.follows(Duration.ofSeconds(1))).isTrue();
    assertThat(slept).containsExactly(1001L);

    assertThat(listing.follows(Duration.ofMillis(1001))).isFalse();
    assertThat(listing.follows(Duration.ofHours(1))).isFalse();
    assertThat(listing.follows(Duration.ZERO)).isFalse();
    assertThat(slept).hasSize(1);
  }

  @Test
  void whether_the_inbox_may_be_read_is_asked_again_after_the_wait() {
    mayRead = false;

    assertThat(listing.follows(Duration.ofMillis(400))).isFalse();
    assertThat(slept).hasSize(1);
  }

  @Test
  void a_route_that_ends_is_not_kept() {
    goesOn = false;

    assertThat(listing.follows(Duration.ofMillis(400))).isFalse();
    assertThat(slept).isEmpty();
  }
}
