package countersign.reviewdesk;

import countersign.approval.ApprovalFixtures;
import countersign.approval.Approvals;
import countersign.approval.Decision;
import countersign.approval.JdbcApprovals;
import countersign.approval.MinimumReviewTime;
import countersign.approval.WorkItem;
import countersign.delivery.DeliveryFixtures;
import countersign.request.RequestKey;
import countersign.statement.JdbcRequestInContext;
import countersign.statement.StatementContext;
import countersign.testkit.World;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reviewers' desk on a world's database, without Spring. */
public final class DeskFixtures {
  /** Two claims, two cases in a row, no control cases by themselves. */
  static final DeskSettings SETTINGS =
      new DeskSettings(Duration.ofMinutes(15), 2, 2, Duration.ofHours(1), 0);

  private DeskFixtures() {}

  /** The parts of a desk. */
  record Parts(
      Approvals approvals,
      ReviewDesk desk,
      JdbcKeptReasons reasons,
      PairRotation pairs,
      ControlCases controls,
      ControlSeeding seeding,
      JdbcClaims claims) {}

  static Parts on(World world) {
    JdbcClient jdbc = world.jdbc();
    JdbcClaims claims = new JdbcClaims(jdbc, SETTINGS.lease());
    JdbcKeptReasons reasons = new JdbcKeptReasons(jdbc, world.vault(), world.clock());
    PairRotation pairs =
        new PairRotation(new JdbcPairs(jdbc), world.authority(), world.lifecycle(), SETTINGS);
    JdbcRequestInContext requests = new JdbcRequestInContext(jdbc, world.vault());
    ControlContents contents = new ControlContents(world.vault(), requests);
    JdbcControlCases rows = new JdbcControlCases(jdbc);
    ControlCases controls =
        new ControlCases(rows, new JdbcControlOffers(jdbc), contents, world.clock());
    ControlSeeding seeding = seeding(world, SETTINGS.controlCasesPerThousand());
    Approvals approvals =
        new DeskApprovals(
            world.approvals().decisions(),
            new DeskClaims(claims, reasons),
            pairs,
            controls,
            new ControlDecisions(
                world.lifecycle(),
                rows,
                contents,
                guard(world, contents),
                new ControlSigning(context(world), contents)),
            seeding);
    return new Parts(
        approvals,
        new ReviewDesk(approvals, world.lifecycle(), claims, SETTINGS),
        reasons,
        pairs,
        controls,
        seeding,
        claims);
  }

  static ControlSeeding seeding(World world, int perThousand) {
    JdbcRequestInContext requests = new JdbcRequestInContext(world.jdbc(), world.vault());
    return new ControlSeeding(
        new JdbcControlCases(world.jdbc()),
        new ControlContents(world.vault(), requests),
        requests,
        world.authority(),
        perThousand,
        world.clock());
  }

  private static StatementContext context(World world) {
    return new StatementContext(
        "A".repeat(40), world.authority(), DeliveryFixtures.officerKeys(world.authority()));
  }

  private static ControlGuard guard(World world, ControlContents contents) {
    return new ControlGuard(
        context(world),
        contents,
        new MinimumReviewTime(
            new JdbcApprovals(world.jdbc()), account -> Optional.empty(), file -> Duration.ZERO),
        world.stops());
  }

  /**
   * One person endorses a control case like this request and another denies it, and a pair signs
   * for want of a third person.
   */
  public static void happen(World world, RequestKey like) {
    Parts parts = on(world);
    parts.seeding().seedLike(like);
    RequestKey control =
        parts.approvals().workList(ApprovalFixtures.ADAMS).stream()
            .map(WorkItem::key)
            .filter(
                key ->
                    world.count("select count(*) from control_case where id = '%s'".formatted(key))
                        > 0)
            .findFirst()
            .orElseThrow();
    String hash =
        parts.approvals().caseOf(control, ApprovalFixtures.ADAMS).orElseThrow().draft().sha256();
    parts
        .approvals()
        .endorse(control, ApprovalFixtures.ADAMS, new Decision(hash, "Compared.", false, false));
    parts.approvals().deny(control, ApprovalFixtures.BAKER, "The address is of another person.");
    parts.pairs().signed(like, "adams", ApprovalFixtures.BAKER, PairRotation.Verdict.WAIVED);
  }

  /** Makes a control case like this request. */
  public static void controlCaseLike(World world, countersign.request.RequestKey like) {
    seeding(world, 0).seedLike(like);
  }
}
