package countersign.delivery;

import countersign.approval.ApprovalFixtures;
import countersign.approval.Disclosures;
import countersign.authority.Authority;
import countersign.authority.Stops;
import countersign.intake.IntakeParts;
import countersign.ledger.TamperAlarms;
import countersign.lifecycle.LifecycleFixtures;
import countersign.pgp.Sealer;
import countersign.testkit.World;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Builds delivery, whose steps only this package sees, on a world's database. */
public final class DeliveryParts {
  private DeliveryParts() {}

  /** Delivery under an authority. */
  public static Delivery deliveryOn(World world, Authority authority) {
    return deliveryOn(world, authority, world.stops(), new TamperAlarms());
  }

  /** Delivery under an authority, with these stops and alarms. */
  public static Delivery deliveryOn(
      World world, Authority authority, Stops stops, TamperAlarms alarms) {
    JdbcTemplate template = new JdbcTemplate(world.database());
    JdbcResponses responses = new JdbcResponses(template);
    JdbcOutgoing outgoing = new JdbcOutgoing(template, Duration.ofMinutes(2));
    JdbcAcknowledgements acknowledgements =
        new JdbcAcknowledgements(world.transactions(), template);
    ReleaseBlockers blockers =
        new ReleaseBlockers(
            authority, stops, new LostStops(world.ledger().reader(), stops, alarms));
    Sealer sealer = new Sealer(world.keys().gateway());
    IntakeParts intake = world.intake().parts();
    Delivery.Steps steps =
        new Delivery.Steps(
            new AcknowledgeStep(
                world.lifecycle(),
                new Acknowledgements(acknowledgements, authority),
                sealer,
                outgoing),
            releaseStep(world, authority, responses),
            new SealCheck(disclosures(world, authority), world.vault(), responses),
            sealStep(world, sealer, responses, outgoing),
            new DispatchStep(
                world.lifecycle(),
                LifecycleFixtures.stopsLockOn(world.database()),
                outgoing,
                responses,
                intake.progress(),
                new UploadBlockers(responses, blockers, disclosures(world, authority))));
    return new Delivery(
        new Delivery.Parts(
            new JdbcGroups(world.jdbc(), intake.groups()),
            responses,
            acknowledgements,
            new RecipientKeys(authority),
            blockers,
            steps),
        world.lifecycle(),
        LifecycleFixtures.stopsLockOn(world.database()),
        LifecycleFixtures.workOn(world.database(), world.clock()),
        authority,
        world.clock());
  }

  private static ReleaseStep releaseStep(
      World world, Authority authority, JdbcResponses responses) {
    return new ReleaseStep(
        authority, disclosures(world, authority), world.accounting(), world.vault(), responses);
  }

  private static Disclosures disclosures(World world, Authority authority) {
    return ApprovalFixtures.disclosuresOn(
        world.database(), world.lifecycle(), world.vault(), authority, world.clock());
  }

  private static SealStep sealStep(
      World world, Sealer sealer, JdbcResponses responses, JdbcOutgoing outgoing) {
    return new SealStep(
        world.lifecycle(), world.ledger().reader(), world.vault(), sealer, responses, outgoing);
  }
}
