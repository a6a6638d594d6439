package countersign.authority;

import countersign.delivery.DeliveryFixtures;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.LifecycleFixtures;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stops in the database for the tests of other packages. */
public final class StopsFixtures {
  private StopsFixtures() {}

  /** The gateway's stops on the given database. */
  public static Stops stopsOn(DataSource database, Lifecycle lifecycle) {
    return new JdbcStops(
        JdbcClient.create(database),
        lifecycle,
        LifecycleFixtures.stopsLockOn(database),
        DeliveryFixtures.uploadsOn(database));
  }
}
