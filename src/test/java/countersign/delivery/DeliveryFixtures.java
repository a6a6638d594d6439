package countersign.delivery;

import countersign.authority.Uploads;
import countersign.intake.AcknowledgementsDue;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What delivery does for earlier packages, for their tests. */
public final class DeliveryFixtures {
  private DeliveryFixtures() {}

  /** Acknowledgements in that database. */
  public static AcknowledgementsDue acknowledgementsOn(DataSource database) {
    return new JdbcAcknowledgementsDue(JdbcClient.create(database));
  }

  /** Uploads in that database. */
  public static Uploads uploadsOn(DataSource database) {
    return new JdbcUploads(JdbcClient.create(database));
  }
}
