package countersign.stops;

import countersign.authority.Authority;
import countersign.delivery.DeliveryFixtures;
import countersign.intake.IntakeFixtures;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.LifecycleFixtures;
import countersign.vault.Vault;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stops of this package, for tests of other packages. */
public final class StopsFixtures {
  private StopsFixtures() {}

  /** Stops on the given database. */
  public static Stops stopsOn(DataSource database, Lifecycle lifecycle, Authority authority) {
    return new JdbcStops(
        JdbcClient.create(database),
        lifecycle,
        LifecycleFixtures.stopsLockOn(database),
        DeliveryFixtures.uploadsOn(database),
        IntakeFixtures.stopCoverage(database),
        authority.enrolment());
  }

  /** The values of stops on the given database. */
  public static StopValues valuesOn(
      DataSource database, Authority authority, Vault vault, Clock clock) {
    return new StopValues(
        IntakeFixtures.knownIds(database),
        authority,
        IntakeFixtures.scopeKeys(vault, clock),
        clock);
  }

  /** Previews of stops on the given database. */
  public static StopPreviews previewsOn(DataSource database) {
    return DeliveryFixtures.stopPreviewsOn(database);
  }
}
