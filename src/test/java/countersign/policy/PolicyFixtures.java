package countersign.policy;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.Delegation;
import countersign.authority.Limits;
import countersign.authority.Officer;
import countersign.authority.Official;
import countersign.authority.PinnedKey;
import countersign.authority.RuleSet;
import countersign.authority.Statute;
import countersign.authority.TestAuthority;
import countersign.request.Environment;
import countersign.request.ReasonCode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An agreement, an agency, its officials and officers, and a valid request that a test can change.
 */
public final class PolicyFixtures {
  static final String AGENCY = "DHS-ICE";
  static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final LocalDate LAST = LocalDate.parse("2026-12-31");
  private static final PinnedKey KEY =
      new PinnedKey("0".repeat(40), Path.of("key.asc"), LocalDate.EPOCH, null);

  private PolicyFixtures() {}

  static Agreement agreement(Set<String> placeholders) {
    return new Agreement(
        "irs-ice-2025",
        Set.of(Environment.T, Environment.P),
        Set.of(AGENCY),
        "26 USC 6103(i)(2)",
        FIRST,
        LAST,
        ZoneId.of("America/New_York"),
        List.of(
            new Statute("8 USC 1253(a)(1)(A)", List.of()),
            new Statute(
                "8 USC 1253(a)(1)(B)",
                List.of("travelDocumentRequestedOn", "travelDocumentRefusal")),
            new Statute("8 USC 1253(a)(1)(C)", List.of("preventionAct", "preventionOn")),
            new Statute("8 USC 1253(a)(1)(D)", List.of("reportPlace", "reportTime"))),
        Set.of("PREPARATION", "INVESTIGATION", "GRAND_JURY"),
        Set.of("MAILING_ADDRESS"),
        "sole-use-1",
        placeholders,
        List.of(),
        new Limits(1L << 32, 200, 100, 10_000, 6, 2000, 5, 25, 200, 3, 30, 20),
        TestAuthority.schedule(null));
  }

  static RuleSet rules() {
    return new RuleSet(
        "2026-11-24.1",
        "0".repeat(64),
        FIRST,
        "test",
        new RuleSet.RuleLimits(90, 365, 3, 30, 10),
        List.of());
  }

  private static Officer officer(
      String id, String agency, String role, boolean contractor, List<PinnedKey> keys) {
    return new Officer(id, agency, "Alex Sample", "HSI Austin", role, contractor, keys);
  }

  private static final Map<String, Officer> OFFICERS =
      Map.of(
          "OFF-0417", officer("OFF-0417", AGENCY, "INVESTIGATOR", false, List.of(KEY)),
          "OFF-0501", officer("OFF-0501", AGENCY, "DATA_ARCHITECT", false, List.of(KEY)),
          "OFF-0502", officer("OFF-0502", AGENCY, "INVESTIGATOR", true, List.of(KEY)),
          "OFF-0503", officer("OFF-0503", "DOJ-CRM", "INVESTIGATOR", false, List.of(KEY)),
          "OFF-0504", officer("OFF-0504", AGENCY, "INVESTIGATOR", false, List.of()),
          "OFF-0505",
              officer(
                  "OFF-0505",
                  AGENCY,
                  "INVESTIGATOR",
                  false,
                  List.of(
                      new PinnedKey(
                          "1".repeat(40),
                          Path.of("old.asc"),
                          FIRST,
                          LocalDate.parse("2026-11-24")))));

  static Authority authority(Environment environment) {
    return new Authority(
        environment,
        new Authority.Registers(
            Map.of(),
            Map.of("irs-ice-2025", agreement(Set.of())),
            Map.of(
                "HOA-001", official("HOA-001", AGENCY, false),
                "DEL-001", official("DEL-001", AGENCY, true),
                "HOA-900", official("HOA-900", "DOJ-CRM", false)),
            Map.of(
                "I-GOOD", new Delegation("I-GOOD", "DEL-001", AGENCY, true, FIRST, LAST),
                "I-UNAPPROVED",
                    new Delegation("I-UNAPPROVED", "DEL-001", AGENCY, false, FIRST, LAST),
                "I-EXPIRED",
                    new Delegation(
                        "I-EXPIRED", "DEL-001", AGENCY, true, FIRST, LocalDate.parse("2026-11-23")),
                "I-OTHER", new Delegation("I-OTHER", "DEL-002", AGENCY, true, FIRST, LAST)),
            OFFICERS,
            Map.of()),
        null,
        rules());
  }

  private static Official official(String id, String agency, boolean delegate) {
    return new Official(id, agency, "Jordan Example", "Director", delegate, List.of(KEY));
  }

  static RequestContext context(Environment environment, Instant at) {
    return context(environment, at, agreement(Set.of()));
  }

  static RequestContext context(Environment environment, Instant at, Agreement agreement) {
    return RequestContext.of(
        environment,
        AGENCY,
        agreement,
        PickUpDay.of(at, agreement.zone()),
        rules(),
        id -> Optional.ofNullable(OFFICERS.get(id)));
  }

  /** Codes of a changed request in the test exchange at the fixed time. */
  static List<ReasonCode> codes(Consumer<RequestDraft> spoil) {
    return codes(context(Environment.T, NOW), spoil);
  }

  static List<ReasonCode> codes(RequestContext context, Consumer<RequestDraft> spoil) {
    RequestDraft draft = new RequestDraft();
    spoil.accept(draft);
    return new Policy(authority(context.environment())).screen(draft.build(), context);
  }
}
