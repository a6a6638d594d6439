package countersign.authority;

import countersign.request.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An authority with one agreement, one agency, one partner and its officers. Everything is in force
 * unless a method says otherwise.
 */
public final class TestAuthority {
  /** The agreement that is in force. */
  public static final String AGREEMENT = "irs-ice-2025";

  /** The agency that asks. */
  public static final String AGENCY = "DHS-ICE";

  /** The partner of this agency. */
  public static final String PARTNER = "dhs-ice";

  private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
  private static final LocalDate LAST = LocalDate.parse("2099-12-31");

  private TestAuthority() {}

  /** Everything in force, but no keys. */
  public static Authority open() {
    return with(schedule(null), Map.of(), List.of());
  }

  /** Without this agreement. */
  public static Authority without(String agreement) {
    if (!agreement.equals(AGREEMENT)) {
      throw new IllegalArgumentException("There is one agreement only");
    }
    return new Authority(
        Environment.T,
        new Authority.Registers(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of()),
        null,
        null);
  }

  /** Everything in force, with keys for these officers and for the agency. */
  public static Authority with(
      Schedule schedule, Map<String, PinnedKey> officers, List<PinnedKey> agencyKeys) {
    return build(schedule, officers, agencyKeys, true, TestPeople.enrolment());
  }

  /** Everything in force, with these people to decide. */
  public static Authority enrolling(
      Enrolment enrolment, Map<String, PinnedKey> officers, List<PinnedKey> agencyKeys) {
    return build(schedule(null), officers, agencyKeys, true, enrolment);
  }

  /** As {@link #with}, but with a posture that switches nothing on. */
  public static Authority switchedOff(
      Schedule schedule, Map<String, PinnedKey> officers, List<PinnedKey> agencyKeys) {
    return build(schedule, officers, agencyKeys, false, TestPeople.enrolment());
  }

  private static Authority build(
      Schedule schedule,
      Map<String, PinnedKey> officers,
      List<PinnedKey> agencyKeys,
      boolean switchedOn,
      Enrolment enrolment) {
    Map<String, Officer> enrolled = new HashMap<>();
    officers.forEach(
        (id, key) ->
            enrolled.put(
                id,
                new Officer(
                    id, AGENCY, "Alex Sample", "HSI Austin", "INVESTIGATOR", false, List.of(key))));
    Partner partner =
        new Partner(
            PARTNER,
            AGENCY,
            "localhost",
            2222,
            PARTNER,
            Path.of("id"),
            Path.of("known_hosts"),
            new ArrayList<>(List.of("HOA-001")),
            agencyKeys,
            PartnerSettings.NONE);
    return new Authority(
        Environment.T,
        new Authority.Registers(
            Map.of(PARTNER, partner),
            Map.of(AGREEMENT, agreement(schedule)),
            Map.of(),
            Map.of(),
            enrolled,
            Map.of(AGENCY, new Safeguards(AGENCY, true, LAST, List.of()))),
        switchedOn ? new Posture(Environment.T, List.of(AGREEMENT), FIRST, LAST, List.of()) : null,
        new RuleSet(
            "1",
            "0".repeat(64),
            FIRST,
            "test",
            new RuleSet.RuleLimits(90, 365, 3, 30, 10),
            List.of()),
        enrolment);
  }

  /** Releases at 10:00 and 16:00, or at an interval; a month to answer, a day to approve. */
  public static Schedule schedule(@Nullable Duration releaseEvery) {
    return new Schedule(
        releaseEvery == null ? List.of(LocalTime.of(10, 0), LocalTime.of(16, 0)) : List.of(),
        releaseEvery,
        Duration.ofDays(30),
        false,
        Duration.ofDays(14),
        Duration.ofHours(24),
        Duration.ofDays(180),
        Duration.ZERO,
        false);
  }

  /** An agreement in force for {@link #AGENCY}. */
  public static Agreement agreement(Schedule schedule) {
    return new Agreement(
        AGREEMENT,
        Set.of(Environment.T),
        Set.of(AGENCY),
        "26 USC 6103(i)(2)",
        FIRST,
        LAST,
        ZoneId.of("America/New_York"),
        List.of(new Statute("8 USC 1253(a)(1)(A)", List.of())),
        Set.of("INVESTIGATION"),
        Set.of("MAILING_ADDRESS"),
        "sole-use-1",
        Set.of(),
        List.of(),
        new Limits(1L << 32, 200, 100, 10_000, 6, 2000, 5, 25, 200, 3, 30, 20),
        schedule);
  }
}
