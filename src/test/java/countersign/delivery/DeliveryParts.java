package countersign.delivery;

import countersign.approval.ApprovalFixtures;
import countersign.authority.ActionSignatures;
import countersign.authority.Authority;
import countersign.disclosure.Disclosures;
import countersign.intake.IntakeParts;
import countersign.journal.KnownUploads;
import countersign.journal.PastFiles;
import countersign.ledger.LedgerFixtures;
import countersign.ledger.TamperAlarms;
import countersign.lifecycle.LifecycleFixtures;
import countersign.pause.PauseFixtures;
import countersign.pgp.Sealer;
import countersign.sealing.JdbcSealStatements;
import countersign.sealing.RecipientKeys;
import countersign.sealing.Recipients;
import countersign.sealing.Resealing;
import countersign.sealing.Resealings;
import countersign.sealing.SealHistory;
import countersign.sealing.SealSignature;
import countersign.sealing.SealStatement;
import countersign.sealing.SealVerification;
import countersign.sealing.SealedStore;
import countersign.stops.SignedLifts;
import countersign.stops.Stops;
import countersign.testkit.World;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Builds delivery, whose steps only this package sees, on a world's database. */
public final class DeliveryParts {
  /** The signature of the gateway in every world. */
  static final SealSignature SIGNATURE =
      new SealSignature(new SealStatement.Place("A".repeat(40), "T"), LedgerFixtures.pair());

  private DeliveryParts() {}

  /** Delivery under an authority. */
  public static Delivery deliveryOn(World world, Authority authority) {
    return deliveryOn(world, authority, world.stops(), new TamperAlarms());
  }

  /** Delivery under an authority, with these stops and alarms. */
  public static Delivery deliveryOn(
      World world, Authority authority, Stops stops, TamperAlarms alarms) {
    JdbcTemplate template = new JdbcTemplate(world.database());
    Disclosures disclosures = disclosures(world, authority);
    JdbcResponses responses = new JdbcResponses(template);
    JdbcOutgoing outgoing = outgoing(world);
    JdbcAcknowledgements acknowledgements =
        new JdbcAcknowledgements(world.transactions(), template);
    ReleaseBlockers blockers =
        new ReleaseBlockers(
            authority,
            stops,
            new MissingStops(
                world.ledger().reader(),
                stops,
                alarms,
                new SignedLifts(new ActionSignatures("A".repeat(40), authority))),
            disclosures,
            new JdbcFileOrigin(world.jdbc(), world.vault(), world.ledger().reader(), alarms),
            world.journal());
    Sealer sealer = new Sealer(world.keys().gateway());
    SealedStore store =
        new SealedStore(
            outgoing,
            historyOn(world, authority),
            recipients(world, authority, disclosures),
            SIGNATURE);
    IntakeParts intake = world.intake().parts();
    StoredResults results = new StoredResults(world.vault(), responses);
    SealCheck checked = new SealCheck(disclosures, results);
    Delivery.Steps steps =
        new Delivery.Steps(
            new AcknowledgeStep(
                world.lifecycle(),
                new Acknowledgements(acknowledgements, authority),
                sealer,
                store),
            releaseStep(world, authority, disclosures, responses),
            checked,
            sealStep(world, sealer, responses, store, results),
            verificationOn(world, authority, disclosures),
            new DispatchStep(
                world.lifecycle(),
                LifecycleFixtures.stopsLockOn(world.database()),
                outgoing,
                responses,
                intake.progress(),
                new UploadBlockers(
                    responses,
                    blockers,
                    disclosures,
                    PauseFixtures.on(world.database(), world.clock()),
                    world.journal(),
                    checked)));
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

  /** The notices of recalls, under the world's authority. */
  public static JdbcRecallNotices recallNoticesOn(World world) {
    Authority authority = world.authority();
    return new JdbcRecallNotices(
        world.lifecycle(),
        world.jdbc(),
        new RecipientKeys(authority),
        new Sealer(world.keys().gateway()),
        new SealedStore(
            outgoing(world),
            historyOn(world, authority),
            recipients(world, authority, disclosures(world, authority)),
            SIGNATURE),
        world.clock());
  }

  /** The verification of what was sealed, under an authority. */
  private static SealVerification verificationOn(
      World world, Authority authority, Disclosures disclosures) {
    return new SealVerification(
        world.lifecycle(),
        outgoing(world),
        historyOn(world, authority),
        recipients(world, authority, disclosures),
        SIGNATURE);
  }

  /** The new sealing of responses by two people, whose signatures count. */
  public static Resealing resealingOn(World world, ActionSignatures signatures) {
    return new Resealing(
        world.lifecycle(), world.ledger().reader(), outgoing(world), new Resealings(signatures));
  }

  private static SealHistory historyOn(World world, Authority authority) {
    return new SealHistory(
        new JdbcSealStatements(world.jdbc()),
        world.ledger().reader(),
        new Resealings(new ActionSignatures("A".repeat(40), authority)));
  }

  /** The names of files that only a newer database knows. */
  public static PastFiles pastFiles(World world) {
    return new JdbcPastFiles(world.jdbc(), world.journal());
  }

  /** What the tables know of uploads. */
  public static KnownUploads knownUploads(World world) {
    return outgoing(world);
  }

  private static JdbcOutgoing outgoing(World world) {
    return new JdbcOutgoing(
        new JdbcTemplate(world.database()), Duration.ofMinutes(2), partner -> Optional.empty());
  }

  private static Recipients recipients(World world, Authority authority, Disclosures disclosures) {
    return new Recipients(
        disclosures,
        new JdbcResponses(new JdbcTemplate(world.database()))::answered,
        new RecipientKeys(authority));
  }

  private static ReleaseStep releaseStep(
      World world, Authority authority, Disclosures disclosures, JdbcResponses responses) {
    return new ReleaseStep(authority, disclosures, world.accounting(), world.vault(), responses);
  }

  private static Disclosures disclosures(World world, Authority authority) {
    return ApprovalFixtures.disclosuresOn(
        world.database(), world.lifecycle(), world.vault(), authority, world.clock());
  }

  private static SealStep sealStep(
      World world,
      Sealer sealer,
      JdbcResponses responses,
      SealedStore store,
      StoredResults results) {
    return new SealStep(
        world.lifecycle(), world.ledger().reader(), sealer, responses, store, results);
  }
}
