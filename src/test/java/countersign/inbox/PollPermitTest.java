package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.lifecycle.Leases;
import countersign.pause.PartnerPause;
import countersign.pause.PartnerPauses;
import countersign.request.Actor;
import countersign.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Which gateway reads an inbox, and when; and when it only looks into the other folders. */
class PollPermitTest {
  private final Holder leases = new Holder();
  private final Switch pauses = new Switch();
  private boolean isClockRight = true;
  private boolean looks;
  private int taken;
  private final PollPermit permit =
      new PollPermit(
          "dhs-ice",
          leases,
          () -> isClockRight,
          new PollGate("dhs-ice", id -> Optional.empty(), pauses, new SettableClock()),
          () -> looks,
          () -> taken++);

  @Test
  void the_gateway_that_holds_the_lease_reads() {
    assertThat(permit.begins()).isTrue();
    assertThat(permit.reads()).isTrue();
    assertThat(permit.begins()).isTrue();
    assertThat(taken).as("loaded once, not at each poll").isEqualTo(1);

    leases.fence++;
    permit.begins();
    assertThat(taken).as("another gateway had it meanwhile").isEqualTo(2);
  }

  @Test
  void a_gateway_that_may_not_read_still_looks_into_the_folders_when_that_is_due() {
    leases.free = false;
    assertThat(permit.begins()).isFalse();
    looks = true;

    assertThat(permit.begins()).isTrue();
    assertThat(permit.reads()).isFalse();
    assertThat(permit.asks()).as("a second listing").isFalse();
  }

  @Test
  void nobody_signs_in_at_a_paused_partner_or_with_a_wrong_clock() {
    looks = true;
    pauses.paused = true;
    assertThat(permit.begins()).isFalse();
    pauses.paused = false;
    assertThat(permit.begins()).isTrue();
    isClockRight = false;

    assertThat(permit.begins()).isFalse();
    assertThat(leases.released).as("another gateway reads meanwhile").isTrue();
  }

  @Test
  void a_second_listing_asks_clock_pause_and_lease_again() {
    assertThat(permit.begins()).isTrue();
    assertThat(permit.asks()).isTrue();

    pauses.paused = true;
    assertThat(permit.asks()).isFalse();
    pauses.paused = false;
    leases.free = false;
    assertThat(permit.asks()).isFalse();
    leases.free = true;
    isClockRight = false;
    assertThat(permit.asks()).isFalse();
    assertThat(permit.reads()).as("the first listing was read").isTrue();
  }

  private static final class Holder implements Leases {
    private boolean free = true;
    private boolean released;
    private long fence = 1;

    @Override
    public OptionalLong take(String name, Duration duration) {
      return free ? OptionalLong.of(fence) : OptionalLong.empty();
    }

    @Override
    public void assertHeld(String name, long expected) {
      assertThat(free && expected == fence).isTrue();
    }

    @Override
    public void assertHeld(String name) {
      assertThat(free).isTrue();
    }

    @Override
    public void release(String name) {
      released = true;
    }
  }

  private static final class Switch implements PartnerPauses {
    private boolean paused;

    @Override
    public boolean isPaused(String partner) {
      return paused;
    }

    @Override
    public List<PartnerPause> all() {
      return List.of();
    }

    @Override
    public boolean pause(String partner, Actor actor, String reason) {
      return true;
    }

    @Override
    public boolean resume(String partner, Actor actor, String reason) {
      return true;
    }
  }
}
