package countersign.policy;

import static countersign.request.ReasonCode.R231_NINETY_DAYS_NOT_ELAPSED;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.authority.Agreement;
import countersign.request.Environment;
import countersign.request.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Day 90 is refused and day 91 is accepted, in every year, time zone and minute. */
@Proves("R35")
class FinalOrderPropertiesTest {
  private static final int MINUTES = 24 * 60;

  @Property(seed = "20261124")
  void the_last_minute_of_day_90_is_refused_and_the_first_of_day_91_is_not(
      @ForAll("days") LocalDate finalOn, @ForAll("zones") ZoneId zone) {
    Instant dayBegins = finalOn.plusDays(91).atStartOfDay(zone).toInstant();

    assertThat(at(dayBegins.minus(Duration.ofMinutes(1)), zone, finalOn))
        .containsExactly(R231_NINETY_DAYS_NOT_ELAPSED);
    assertThat(at(dayBegins, zone, finalOn)).isEmpty();
  }

  @Property(seed = "20261124")
  void the_minute_of_the_day_makes_no_difference(
      @ForAll("days") LocalDate finalOn,
      @ForAll("zones") ZoneId zone,
      @ForAll @IntRange(max = MINUTES - 1) int minute) {
    LocalTime time = LocalTime.MIN.plusMinutes(minute);

    assertThat(at(finalOn.plusDays(90).atTime(time).atZone(zone).toInstant(), zone, finalOn))
        .containsExactly(R231_NINETY_DAYS_NOT_ELAPSED);
    assertThat(at(finalOn.plusDays(91).atTime(time).atZone(zone).toInstant(), zone, finalOn))
        .isEmpty();
  }

  @Property(seed = "20261124")
  void after_judicial_review_the_courts_date_counts(
      @ForAll("days") LocalDate finalOn, @ForAll @IntRange(max = 900) int reviewDays) {
    ZoneId zone = ZoneId.of("America/New_York");
    LocalDate court = finalOn.plusDays(reviewDays);

    assertThat(decided(court.plusDays(90), zone, finalOn, court))
        .containsExactly(R231_NINETY_DAYS_NOT_ELAPSED);
    assertThat(decided(court.plusDays(91), zone, finalOn, court)).isEmpty();
  }

  private static List<ReasonCode> at(Instant now, ZoneId zone, LocalDate finalOn) {
    return PolicyFixtures.codes(
        context(now, zone),
        draft -> {
          draft.administrativeFinalOn = finalOn.toString();
          draft.openedOn = finalOn.toString();
          draft.birthDate = null;
          draft.taxPeriods = List.of("2000");
        });
  }

  private static List<ReasonCode> decided(
      LocalDate today, ZoneId zone, LocalDate finalOn, LocalDate court) {
    return PolicyFixtures.codes(
        context(today.atTime(12, 0).atZone(zone).toInstant(), zone),
        draft -> {
          draft.administrativeFinalOn = finalOn.toString();
          draft.judicialReview = "DECIDED";
          draft.courtFinalOn = court.toString();
          draft.openedOn = finalOn.toString();
          draft.birthDate = null;
          draft.taxPeriods = List.of("2000");
        });
  }

  private static RequestContext context(Instant now, ZoneId zone) {
    Agreement ours = PolicyFixtures.agreement(Set.of());
    Agreement there =
        new Agreement(
            ours.id(),
            ours.environments(),
            ours.agencies(),
            ours.authority(),
            ours.firstDay(),
            ours.lastDay(),
            zone,
            ours.statutes(),
            ours.purposes(),
            ours.elements(),
            ours.attestationText(),
            ours.lexiconAdditions(),
            ours.conditions(),
            ours.limits(),
            ours.schedule());
    return PolicyFixtures.context(Environment.T, now, there);
  }

  /** Dates with extra leap days and ends of leap years. */
  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.oneOf(
        Arbitraries.of(
                "2023-12-01", "2024-02-29", "2024-11-30", "2027-11-30", "2000-02-29", "2100-02-28")
            .map(LocalDate::parse),
        Arbitraries.integers().between(0, 36_500).map(LocalDate.of(2000, 1, 1)::plusDays));
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "America/New_York",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago",
            "Pacific/Guam",
            "UTC",
            "America/St_Johns",
            "Asia/Kathmandu",
            "Pacific/Honolulu")
        .map(ZoneId::of);
  }
}
