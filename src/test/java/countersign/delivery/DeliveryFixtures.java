package countersign.delivery;

import countersign.authority.Uploads;
import countersign.intake.AcknowledgementsDue;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Delivery's implementations of the interfaces of other packages, for their tests. */
public final class DeliveryFixtures {
  private DeliveryFixtures() {}

  /** Due acknowledgements on the given database. */
  public static AcknowledgementsDue acknowledgementsOn(DataSource database) {
    return new JdbcAcknowledgementsDue(JdbcClient.create(database));
  }

  /** Uploads on the given database. */
  public static Uploads uploadsOn(DataSource database) {
    return new JdbcUploads(JdbcClient.create(database));
  }
}
