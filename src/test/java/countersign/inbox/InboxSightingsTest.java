package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxSightingsTest {
  private static final InboxEntry SMALL = entry("DHS-ICE_T_20261124_0001.ndjson.pgp", 100);
  private static final InboxEntry GROWN = entry("DHS-ICE_T_20261124_0001.ndjson.pgp", 200);
  private static final InboxEntry OTHER = entry("DHS-ICE_T_20261124_0002.ndjson.pgp", 100);

  private final SettableClock clock = new SettableClock();
  private final InboxSightings sightings = new InboxSightings(Duration.ofMillis(400), clock);

  @Test
  void a_file_is_read_once_it_has_not_changed_for_long_enough() {
    assertThat(sightings.still(List.of(SMALL))).isEmpty();
    assertThat(sightings.untilNextStill()).isEqualTo(Duration.ofMillis(400));

    clock.passes(Duration.ofMillis(399));
    assertThat(sightings.still(List.of(SMALL))).isEmpty();
    assertThat(sightings.untilNextStill()).isEqualTo(Duration.ofMillis(1));

    clock.passes(Duration.ofMillis(1));
    assertThat(sightings.still(List.of(SMALL))).containsExactly(SMALL);
    assertThat(sightings.untilNextStill()).as("nothing else waits").isZero();
  }

  @Test
  void a_file_that_grows_waits_anew() {
    sightings.still(List.of(SMALL));
    clock.passes(Duration.ofMillis(400));

    assertThat(sightings.still(List.of(GROWN))).isEmpty();
    assertThat(sightings.untilNextStill()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void the_next_look_comes_when_the_first_of_several_files_is_still() {
    sightings.still(List.of(SMALL));
    clock.passes(Duration.ofMillis(100));
    sightings.still(List.of(SMALL, OTHER));

    assertThat(sightings.untilNextStill()).isEqualTo(Duration.ofMillis(300));
  }

  private static InboxEntry entry(String name, long bytes) {
    return InboxEntry.of(name, bytes, 1_700_000_000, 0100640, "1000:1000");
  }
}
