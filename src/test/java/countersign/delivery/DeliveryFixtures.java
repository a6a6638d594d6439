package countersign.delivery;

import com.jcraft.jsch.SftpException;
import countersign.authority.Authority;
import countersign.intake.AcknowledgementsDue;
import countersign.sealing.RecipientKeys;
import countersign.sealing.SealedBytesChanged;
import countersign.statement.SealingKeys;
import countersign.stops.RunningUploads;
import countersign.stops.StopPreviews;
import javax.sql.DataSource;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Delivery's implementations of the interfaces of other packages, for their tests. */
public final class DeliveryFixtures {
  private DeliveryFixtures() {}

  /** Due acknowledgements on the given database. */
  public static AcknowledgementsDue acknowledgementsOn(DataSource database) {
    return new JdbcAcknowledgementsDue(JdbcClient.create(database));
  }

  /** The keys to which answers are sealed. */
  public static SealingKeys officerKeys(Authority authority) {
    return new RecipientKeys(authority);
  }

  /** The failure of an upload whose stored bytes were changed, as the SFTP client reports it. */
  public static RuntimeException failedUploadOfChangedBytes() {
    return new GenericFileOperationFailedException(
        "Cannot store file", new SftpException(4, "failed", new SealedBytesChanged()));
  }

  /** Previews of stops on the given database. */
  public static StopPreviews stopPreviewsOn(DataSource database) {
    return new JdbcStopReach(JdbcClient.create(database));
  }

  /** Uploads on the given database. */
  public static RunningUploads uploadsOn(DataSource database) {
    return new JdbcStopReach(JdbcClient.create(database));
  }
}
