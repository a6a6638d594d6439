package countersign.testkit;

import countersign.intake.IntakeFixtures;
import countersign.request.Environment;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestHeader;
import countersign.screening.ArrivedFile;
import countersign.screening.FileLimits;
import countersign.screening.ScreeningPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Rules that are easy to break on purpose, and that a test can change. The real rules are tested in
 * their own package.
 */
public final class EasyRules implements ScreeningPolicy {
  private final Keys keys;
  private final List<ReasonCode> blocks = new ArrayList<>();
  private Duration answerWithin = Duration.ofDays(30);
  private Function<Request, List<ReasonCode>> screen = EasyRules::objections;
  private FileLimits comparison = IntakeFixtures.comparison(IntakeFixtures.LIFTED);
  private String agency = "DHS-ICE";

  EasyRules(Keys keys) {
    this.keys = keys;
  }

  /** The codes that block every file; a test may add and remove them. */
  public List<ReasonCode> blocks() {
    return blocks;
  }

  /** Sets the time within which every file that is taken from now on is answered. */
  public void answersWithin(Duration time) {
    answerWithin = time;
  }

  /** The rules over one request. */
  public Function<Request, List<ReasonCode>> screen() {
    return screen;
  }

  /** Sets the rules over one request. */
  public void screensBy(Function<Request, List<ReasonCode>> rules) {
    screen = rules;
  }

  /** The limits over a whole file. */
  public FileLimits comparison() {
    return comparison;
  }

  /** Sets the limits over a whole file. */
  public void comparesBy(FileLimits limits) {
    comparison = limits;
  }

  /** The agency that sends. */
  public String agency() {
    return agency;
  }

  /** Sets the agency that sends. */
  public void sentBy(String other) {
    agency = other;
  }

  @Override
  public Sender sender(String partner, Instant at) {
    return new Sender(
        agency, Environment.T, List.of(keys.head().certificate(), keys.other().certificate()));
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
        known ? Set.of(keys.head().fingerprint()) : Set.of(),
        screen,
        request ->
            "TPS".equals(request.protectedStatus())
                ? List.of(ReasonCode.A118_AGREEMENT_CONDITION_REVIEW + " no-tps")
                : List.of(),
        comparison,
        ruleSet(),
        List.of("R22"));
  }

  private static List<ReasonCode> objections(Request request) {
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
  public List<ReasonCode> blocks(String agreement, String agencyOfFile) {
    return List.copyOf(blocks);
  }

  @Override
  public Duration answerWithin(String agreement) {
    return answerWithin;
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
