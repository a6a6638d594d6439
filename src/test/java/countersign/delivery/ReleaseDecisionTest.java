package countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.authority.Schedule;
import countersign.authority.TestAuthority;
import countersign.request.Environment;
import countersign.request.FileId;
import countersign.request.GroupId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** R47: the time of a release does not reveal the decision. */
@Proves("R47")
class ReleaseDecisionTest {
  private static final Instant STARTED = Instant.parse("2026-11-24T15:01:00Z");
  private static final Schedule DAILY = TestAuthority.schedule(null);

  @Test
  void release_times_are_local_times_of_the_agreement() {
    ReleaseTimes times = new ReleaseTimes(DAILY, ZoneId.of("America/New_York"));

    assertThat(times.latest(Instant.parse("2026-11-24T14:59:59Z")))
        .contains(Instant.parse("2026-11-23T21:00:00Z"));
    assertThat(times.latest(Instant.parse("2026-11-24T15:00:00Z")))
        .contains(Instant.parse("2026-11-24T15:00:00Z"));
    assertThat(times.firstFrom(Instant.parse("2026-11-24T21:00:01Z")))
        .contains(Instant.parse("2026-11-25T15:00:00Z"));
  }

  @Test
  void an_interval_counts_from_the_epoch() {
    ReleaseTimes times =
        new ReleaseTimes(
            TestAuthority.schedule(Duration.ofSeconds(5)), ZoneId.of("America/New_York"));

    assertThat(times.latest(Instant.parse("2026-11-24T15:00:07Z")))
        .contains(Instant.parse("2026-11-24T15:00:05Z"));
    assertThat(times.firstFrom(Instant.parse("2026-11-24T15:00:07Z")))
        .contains(Instant.parse("2026-11-24T15:00:10Z"));
  }

  @Test
  void an_approved_disclosure_waits_for_the_next_release_time() {
    Group group = group(STARTED.plusSeconds(60), true, true, false);

    assertThat(due(group, DAILY, "2026-11-24T20:59:00Z")).isEqualTo(ReleaseDecision.NOTHING);
    assertThat(due(group, DAILY, "2026-11-24T21:00:00Z")).isEqualTo(ReleaseDecision.DISCLOSURES);
  }

  @Test
  void everything_else_waits_for_the_first_release_time_after_the_deadline() {
    Group decided = group(null, false, true, false);

    assertThat(due(decided, DAILY, "2026-12-24T14:59:00Z")).isEqualTo(ReleaseDecision.NOTHING);
    assertThat(due(decided, DAILY, "2026-12-24T20:59:00Z")).isEqualTo(ReleaseDecision.NOTHING);
    assertThat(due(decided, DAILY, "2026-12-24T21:00:00Z")).isEqualTo(ReleaseDecision.ALL);
    assertThat(due(group(null, true, true, false), DAILY, "2026-12-24T21:00:00Z"))
        .as("undecided, the same")
        .isEqualTo(ReleaseDecision.ALL);
  }

  @Test
  void the_last_response_waits_for_an_undelivered_response() {
    assertThat(due(group(null, false, true, true), DAILY, "2026-12-24T21:00:00Z"))
        .isEqualTo(ReleaseDecision.NOTHING);
  }

  @Test
  void a_group_ends_when_everything_is_released() {
    assertThat(due(group(null, false, false, false), DAILY, "2026-12-24T21:00:00Z"))
        .isEqualTo(ReleaseDecision.END);
  }

  @Test
  void only_environment_t_answers_early_and_not_before_ten_seconds() {
    Schedule early = early(TestAuthority.schedule(Duration.ofSeconds(1)));
    Group decided = group(null, false, true, false);

    assertThat(due(decided, early, "2026-11-24T15:01:09Z")).isEqualTo(ReleaseDecision.NOTHING);
    assertThat(due(decided, early, "2026-11-24T15:01:10Z")).isEqualTo(ReleaseDecision.ALL);
    assertThat(due(group(null, true, true, false), early, "2026-11-24T15:01:10Z"))
        .isEqualTo(ReleaseDecision.NOTHING);
    assertThat(
            ReleaseDecision.of(
                decided,
                TestAuthority.agreement(early),
                Environment.P,
                Instant.parse("2026-11-24T15:01:10Z")))
        .isEqualTo(ReleaseDecision.NOTHING);
  }

  @Test
  void cover_traffic_sends_a_response_at_every_release_time() {
    Schedule cover = covering(DAILY);
    Group idle = group(null, true, true, false);
    Group answered =
        new Group(
            idle.id(),
            idle.file(),
            idle.terms(),
            idle.officers(),
            new Group.Timing(
                STARTED, idle.clock().answerBy(), Instant.parse("2026-11-24T21:00:03Z")),
            idle.progress());

    assertThat(due(idle, cover, "2026-11-24T20:00:00Z")).isEqualTo(ReleaseDecision.NOTHING);
    assertThat(due(idle, cover, "2026-11-24T21:00:00Z")).isEqualTo(ReleaseDecision.DISCLOSURES);
    assertThat(due(answered, cover, "2026-11-24T21:00:05Z")).isEqualTo(ReleaseDecision.NOTHING);
  }

  @Test
  void cover_traffic_continues_to_the_deadline_even_when_everything_is_answered() {
    Schedule cover = covering(DAILY);
    Group disclosed = group(null, false, false, false);

    assertThat(due(disclosed, cover, "2026-12-26T15:00:00Z")).isEqualTo(ReleaseDecision.ALL);
    assertThat(due(disclosed, DAILY, "2026-12-26T15:00:00Z")).isEqualTo(ReleaseDecision.END);
  }

  @Test
  void the_gateway_looks_again_at_the_first_release_time_of_what_is_ready() {
    Group ready = group(Instant.parse("2026-11-24T20:00:00Z"), true, true, false);
    Group open = group(null, true, true, false);

    assertThat(next(ready, "2026-11-24T20:00:01Z")).contains(Instant.parse("2026-11-24T21:00:00Z"));
    assertThat(next(ready, "2026-11-24T21:00:00Z")).contains(Instant.parse("2026-12-24T21:00:00Z"));
    assertThat(next(open, "2026-11-24T20:00:01Z"))
        .as("the deadline")
        .contains(Instant.parse("2026-12-24T21:00:00Z"));
    assertThat(next(open, "2026-12-24T21:00:00Z")).isEmpty();
  }

  @Test
  void with_cover_traffic_the_gateway_looks_again_at_the_same_time_whatever_is_ready() {
    Schedule cover = covering(DAILY);
    Group ready = group(Instant.parse("2026-11-24T20:00:00Z"), true, true, false);
    Group idle = group(null, true, true, false);
    Group disclosed = group(null, false, false, false);

    for (Group any : List.of(ready, idle, disclosed)) {
      assertThat(next(any, cover, "2026-11-24T20:00:01Z"))
          .contains(Instant.parse("2026-11-24T21:00:00Z"));
      assertThat(next(any, cover, "2026-11-24T21:00:00Z"))
          .contains(Instant.parse("2026-11-25T15:00:00Z"));
    }
  }

  private static Optional<Instant> next(Group group, String now) {
    return next(group, DAILY, now);
  }

  private static Optional<Instant> next(Group group, Schedule schedule, String now) {
    return ReleaseDecision.nextTime(group, TestAuthority.agreement(schedule), Instant.parse(now));
  }

  private static ReleaseDecision due(Group group, Schedule schedule, String now) {
    return ReleaseDecision.of(
        group, TestAuthority.agreement(schedule), Environment.T, Instant.parse(now));
  }

  private static Group group(
      @Nullable Instant firstReady, boolean undecided, boolean open, boolean underWay) {
    return new Group(
        GroupId.parse("DHS-ICE_T_20261124_0001/g1"),
        new FileId("DHS-ICE_T_20261124_0001"),
        new Group.Terms(
            TestAuthority.AGREEMENT, TestAuthority.AGENCY, TestAuthority.PARTNER, STARTED),
        List.of("OFF-0401"),
        new Group.Timing(STARTED, STARTED.plus(Duration.ofDays(30)), null),
        new Group.Progress(firstReady, undecided, open, underWay));
  }

  private static Schedule covering(Schedule from) {
    return new Schedule(
        from.releaseTimes(),
        null,
        from.answerWithin(),
        false,
        from.decideHeldWithin(),
        from.approvalLapses(),
        from.reviewAfter(),
        from.reviewingFloor(),
        true);
  }

  private static Schedule early(Schedule from) {
    return new Schedule(
        from.releaseTimes(),
        from.releaseEvery(),
        from.answerWithin(),
        true,
        from.decideHeldWithin(),
        from.approvalLapses(),
        from.reviewAfter(),
        from.reviewingFloor(),
        false);
  }
}
