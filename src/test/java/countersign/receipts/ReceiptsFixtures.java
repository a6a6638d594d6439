package countersign.receipts;

import countersign.intake.IntakeParts;
import countersign.pgp.Opener;
import countersign.testkit.World;
import java.util.List;

/** Builds the steps of receipts on a world's database. */
public final class ReceiptsFixtures {
  private ReceiptsFixtures() {}

  /** The steps, under which no response is recalled. */
  public static Receipts receiptsOn(World world) {
    return receiptsOn(world, (recall, response) -> false);
  }

  /** What is due. */
  public static DueItems dueOn(World world) {
    return new DueItems(new JdbcDueItems(world.jdbc()), world.clock());
  }

  /** The task that stops overdue agencies. */
  public static Runnable overdueOn(World world) {
    return new OverdueAgencies(
            dueOn(world), new JdbcOverdue(world.jdbc()), world.stops(), world.lifecycle())
        ::run;
  }

  /** Later days by two people. */
  public static Extensions extensionsOn(World world) {
    return new Extensions(world.lifecycle(), new JdbcExtensions(world.jdbc()), world.clock());
  }

  /** The steps with these recalls. */
  public static Receipts receiptsOn(World world, KnownRecalls recalls) {
    return new Receipts(
        world.lifecycle(),
        IntakeParts.receiptFilesOn(world),
        new OfficerCertificates(world.authority()),
        new Opener(List.of(world.keys().gateway()), ReceiptsConfiguration.LIMITS),
        new Custody(new JdbcCustody(world.jdbc()), world.authority(), recalls));
  }
}
