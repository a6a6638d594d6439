package countersign.policy;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.Expression;
import countersign.authority.Limits;
import countersign.authority.Officer;
import countersign.authority.Official;
import countersign.authority.PinnedKey;
import countersign.authority.Posture;
import countersign.authority.RuleSet;
import countersign.authority.Safeguards;
import countersign.configuration.Configuration;
import countersign.configuration.Trust;
import countersign.request.Environment;
import countersign.request.ReasonCode;
import countersign.request.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The project's own configuration as if it were signed and its people had keys, with four
 * additional officers who must not receive anything.
 */
public final class ShippedPolicy {
  /** First pick-up of every file in these tests. */
  public static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

  static final String AGENCY = "DHS-ICE";
  static final String AGREEMENT = "irs-ice-2025";
  private static final LocalDate LAST = LocalDate.parse("2027-12-31");
  private static final PinnedKey KEY =
      new PinnedKey("0".repeat(40), Path.of("key.asc"), LocalDate.EPOCH, null);
  private static final Authority SHIPPED = shipped();
  private static final Map<String, Officer> OFFICERS =
      Map.of(
          "OFF-0901", officer("OFF-0901", AGENCY, "DATA_ARCHITECT", false),
          "OFF-0902", officer("OFF-0902", AGENCY, "INVESTIGATOR", true),
          "OFF-0903", officer("OFF-0903", "DOJ-CRM", "INVESTIGATOR", false),
          "OFF-0904", officer("OFF-0904", AGENCY, "ASSISTANT_DIRECTOR", false));

  private static final Policy POLICY = new Policy(SHIPPED);
  private static final RequestContext CONTEXT =
      RequestContext.of(
          Environment.T,
          AGENCY,
          agreement(),
          PickUpDay.of(NOW, agreement().zone()),
          SHIPPED.rules().orElseThrow(),
          ShippedPolicy::officer);

  private ShippedPolicy() {}

  private static Authority shipped() {
    Configuration.Result result =
        Configuration.load(Path.of("config"), Trust.NOBODY, Expression::faults);
    if (result instanceof Configuration.Loaded loaded) {
      return Authority.asWritten(loaded.configuration());
    }
    throw new IllegalStateException(result.all().toString());
  }

  private static Officer officer(String id, String agency, String role, boolean contractor) {
    return new Officer(id, agency, "Alex Sample", "HSI", role, contractor, List.of(KEY));
  }

  static Agreement agreement() {
    return SHIPPED.agreement(AGREEMENT).orElseThrow();
  }

  /** The shipped agreement's limits. */
  public static Limits limits() {
    return agreement().limits();
  }

  static RuleSet rules() {
    return SHIPPED.rules().orElseThrow();
  }

  /** Every code of one request; thread-safe. */
  public static List<ReasonCode> screen(Request request) {
    return POLICY.screen(request, CONTEXT);
  }

  private static Optional<Officer> officer(String id) {
    return Optional.ofNullable(OFFICERS.get(id))
        .or(
            () ->
                SHIPPED
                    .officer(id)
                    .map(one -> officer(id, one.agency(), one.role(), one.contractor())));
  }

  /** The registers with that posture and those safeguards of the agency. */
  static Authority with(@Nullable Posture posture, Safeguards safeguards) {
    Official head =
        SHIPPED
            .official("HOA-001")
            .map(
                one ->
                    new Official(
                        one.registerId(),
                        one.agency(),
                        one.name(),
                        one.title(),
                        one.delegate(),
                        List.of(KEY)))
            .orElseThrow();
    return new Authority(
        Environment.T,
        new Authority.Registers(
            new HashMap<>(),
            Map.of(AGREEMENT, agreement()),
            Map.of(head.registerId(), head),
            Map.of(),
            OFFICERS,
            Map.of(AGENCY, safeguards)),
        posture,
        SHIPPED.rules().orElseThrow());
  }

  /** The registers with disclosure switched on and all safeguards met. */
  static Authority open() {
    return with(posture(List.of()), new Safeguards(AGENCY, true, LAST, List.of()));
  }

  static Posture posture(List<Posture.CourtOrder> orders) {
    return new Posture(
        Environment.T, List.of(AGREEMENT), LocalDate.parse("2026-01-01"), LAST, orders);
  }
}
