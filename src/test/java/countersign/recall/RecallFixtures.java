package countersign.recall;

import countersign.delivery.DeliveryParts;
import countersign.testkit.World;

/** Builds recalls on a world's database. */
public final class RecallFixtures {
  private RecallFixtures() {}

  /** Recalls. */
  public static Recalls recallsOn(World world) {
    return new Recalls(
        new JdbcRecalls(world.jdbc()),
        DeliveryParts.recallNoticesOn(world),
        world.lifecycle(),
        world.stops(),
        world.authority());
  }
}
