package countersign.pause;

import countersign.lifecycle.LifecycleFixtures;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pauses on a test's database. */
public final class PauseFixtures {
  private PauseFixtures() {}

  /** The pauses that the table stores. */
  public static PartnerPauses on(DataSource database, Clock clock) {
    return new JdbcPartnerPauses(
        JdbcClient.create(database),
        LifecycleFixtures.lifecycleOn(database, clock),
        LifecycleFixtures.workOn(database, clock));
  }
}
