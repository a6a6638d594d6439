package countersign.intake;

import countersign.request.Environment;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import countersign.screening.ArrivedFile;
import countersign.screening.ScreeningPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Rules that are easy to break on purpose; the real ones are tested in their own package. */
final class EasyRules implements ScreeningPolicy {
  private final IntakeWorld world;

  EasyRules(IntakeWorld world) {
    this.world = world;
  }

  @Override
  public Sender sender(String partner, Instant at) {
    return new Sender(
        world.agency, Environment.T, List.of(world.head.certificate(), world.other.certificate()));
  }

  @Override
  public HeaderScreening header(ArrivedFile file, RequestHeader header) {
    Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
    if (!file.id().value().equals(header.fileId())) {
      codes.add(ReasonCode.F103_FILENAME);
    }
    if (!"TEST".equals(header.environment())) {
      codes.add(ReasonCode.F110_TEST_IN_PROD);
    }
    boolean known = header.requester() != null && "HOA-001".equals(header.requester().registerId());
    return new HeaderScreening(
        List.copyOf(codes),
        known ? Set.of(world.head.fingerprint()) : Set.of(),
        world.screen,
        request ->
            "TPS".equals(request.protectedStatus())
                ? List.of(ReasonCode.A118_AGREEMENT_CONDITION_REVIEW + " no-tps")
                : List.of(),
        world.comparison,
        ruleSet(),
        List.of("R22"));
  }

  static List<ReasonCode> screen(Request request) {
    List<ReasonCode> codes = new ArrayList<>();
    if (request.subject() == null || request.subject().surname() == null) {
      codes.add(ReasonCode.R201_NAME_MISSING);
    }
    if (request.reason() == null) {
      codes.add(ReasonCode.R211_REASON_MISSING);
    }
    if (request.address() != null && "County Jail".equals(request.address().line2())) {
      codes.add(ReasonCode.R215_IN_CUSTODY_REVIEW);
    }
    if ("TPS".equals(request.protectedStatus())) {
      codes.add(ReasonCode.A118_AGREEMENT_CONDITION_REVIEW);
    }
    return codes;
  }

  @Override
  public List<ReasonCode> blocks(String agreement, String agency) {
    return List.copyOf(world.blocks);
  }

  @Override
  public Duration answerWithin(String agreement) {
    return world.answerWithin;
  }

  @Override
  public Duration decideHeldWithin(String agreement) {
    return Duration.ofDays(14);
  }

  @Override
  public String ruleSet() {
    return "1-0123456789abcdef";
  }
}
