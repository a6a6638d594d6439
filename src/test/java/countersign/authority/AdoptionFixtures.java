package countersign.authority;

import countersign.ledger.LedgerFixtures;
import countersign.lifecycle.LifecycleFixtures;
import countersign.testkit.World;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records for tests of other packages what a start does with a signed document. */
public final class AdoptionFixtures {
  private AdoptionFixtures() {}

  /** A start was refused because the gateway had already used a newer version of this document. */
  public static void refusedStart(World world, String document) {
    new JdbcAdoptions(
            JdbcClient.create(world.database()),
            world.lifecycle(),
            LifecycleFixtures.stopsLockOn(world.database()),
            LedgerFixtures.readerOn(world.database()))
        .refused(document, "SERIAL", "A newer version was in force.");
  }
}
