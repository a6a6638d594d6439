package countersign.receipts;

import countersign.intake.IntakeParts;
import countersign.pgp.Opener;
import countersign.testkit.World;
import java.util.List;

/** Builds the steps of receipts on a world's database. */
public final class ReceiptsFixtures {
  private ReceiptsFixtures() {}

  /** The steps. */
  public static Receipts receiptsOn(World world) {
    return new Receipts(
        world.lifecycle(),
        IntakeParts.receiptFilesOn(world),
        new OfficerCertificates(world.authority()),
        new Opener(List.of(world.keys().gateway()), ReceiptsConfiguration.LIMITS),
        new Custody(
            new JdbcCustody(world.jdbc()), world.authority(), (recall, response) -> false));
  }
}
