package countersign.delivery;

import countersign.authority.Uploads;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What delivery does for earlier packages, for their tests. */
public final class DeliveryFixtures {
  private DeliveryFixtures() {}

  /** Uploads in that database. */
  public static Uploads uploadsOn(DataSource database) {
    return new JdbcUploads(JdbcClient.create(database));
  }
}
