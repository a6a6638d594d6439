package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.FolderNames;
import countersign.authority.Partner;
import countersign.authority.PartnerSettings;
import countersign.authority.PollSchedule;
import countersign.clock.CronTimes;
import countersign.pause.PartnerPause;
import countersign.pause.PartnerPauses;
import countersign.request.Actor;
import countersign.testkit.SettableClock;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An inbox is polled by its partner's document, and never while the partner is paused. */
class PollGateTest {
  private final SettableClock clock = new SettableClock();
  private final Switch pauses = new Switch();
  private PollSchedule times = PollSchedule.ALWAYS;
  private boolean known = true;

  private PollGate gate() {
    return new PollGate("dhs-ice", id -> partner(), pauses, clock);
  }

  private Optional<Partner> partner() {
    PartnerSettings settings = new PartnerSettings(null, times, FolderNames.PUBLISHED, null, null);
    Path none = Path.of("none");
    return Optional.of(
            new Partner(
                "dhs-ice", "DHS-ICE", "host", 22, "user", none, none, List.of(), List.of(),
                settings))
        .filter(one -> known);
  }

  private static PollSchedule times(@Nullable Duration delay, @Nullable String cron) {
    return new PollSchedule(
        delay,
        cron == null ? null : CronTimes.of(cron).orElseThrow(),
        null,
        null,
        Set.of(DayOfWeek.values()),
        ZoneOffset.UTC);
  }

  @Test
  void the_first_poll_does_not_wait_and_the_next_waits_for_the_pause() {
    times = times(Duration.ofMinutes(5), null);
    PollGate gate = gate();
    assertThat(gate.opens()).isTrue();
    gate.polled(false);

    clock.passes(Duration.ofSeconds(299));
    assertThat(gate.opens()).isFalse();
    clock.passes(Duration.ofSeconds(1));
    assertThat(gate.opens()).isTrue();
  }

  @Test
  void what_a_poll_left_behind_does_not_wait_for_the_next_time() {
    times = times(null, "0 0 18 * * *");
    PollGate gate = gate();
    assertThat(gate.opens()).isFalse();
    clock.passes(Duration.ofHours(3));
    assertThat(gate.opens()).isTrue();
    gate.polled(true);
    assertThat(gate.opens()).isTrue();
    gate.polled(false);
    assertThat(gate.opens()).isFalse();
  }

  @Test
  void a_poll_by_cron_that_failed_is_tried_again_after_a_minute() {
    times = times(null, "0 0 18 * * *");
    PollGate gate = gate();
    clock.passes(Duration.ofHours(3));
    assertThat(gate.opens()).isTrue();
    gate.failed();

    assertThat(gate.opens()).isFalse();
    clock.passes(Duration.ofMinutes(1));
    assertThat(gate.opens()).isTrue();
    gate.polled(false);
    assertThat(gate.opens()).isFalse();
  }

  @Test
  void a_paused_partner_is_not_polled_until_it_is_resumed() {
    PollGate gate = gate();
    pauses.paused = true;
    assertThat(gate.opens()).isFalse();
    assertThat(gate.isPaused()).isTrue();

    pauses.paused = false;
    assertThat(gate.opens()).isTrue();
    assertThat(gate.isPaused()).isFalse();
  }

  @Test
  void a_changed_document_counts_from_the_next_poll_on() {
    PollGate gate = gate();
    gate.polled(false);
    assertThat(gate.opens()).isTrue();
    times = times(Duration.ofHours(1), null);
    assertThat(gate.opens()).isFalse();
    known = false;
    assertThat(gate.settings()).isEqualTo(PartnerSettings.NONE);
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
