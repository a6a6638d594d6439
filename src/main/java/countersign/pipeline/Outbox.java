package countersign.pipeline;

import countersign.delivery.SealedFile;
import countersign.lifecycle.Stage;
import countersign.lifecycle.Work;
import countersign.request.OutgoingId;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles an upload that did not go through cleanly: our own earlier upload of the same bytes is a
 * delivery, anything else is not.
 */
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int TRIES = 1_000;
  private final Work work;
  private final Consumer<OutgoingId> ended;

  /**
   * Settles uploads.
   *
   * @param ended is told of an upload that is not under way any more, by its id
   */
  Outbox(Work work, Consumer<OutgoingId> ended) {
    this.work = work;
    this.ended = ended;
  }

  /**
   * Called after a failed upload. The same name with the same size is there: the exchange goes on
   * to {@code deliver}. Another size: the response is parked, never overwritten. Not reachable:
   * tried again later.
   */
  public void settle(Exchange exchange) {
    SealedFile file = exchange.getVariable("sealed", SealedFile.class);
    String endpoint = exchange.getProperty(Exchange.FAILURE_ENDPOINT, String.class);
    String unit = Units.of(exchange);
    SftpFault fault =
        SftpFault.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
            .orElse(SftpFault.SFTP_DOWN);
    try {
      long found = sizeThere(exchange.getContext().getEndpoint(endpoint, SftpEndpoint.class), file);
      if (found == file.size()) {
        LOG.info("{} lies in the outbox already", unit);
        return;
      }
      if (found >= 0) {
        ended.accept(file.id());
        work.park(Stage.DELIVER, unit, "OUTBOX_NAME_TAKEN");
        exchange.setRouteStop(true);
        return;
      }
    } catch (GenericFileOperationFailedException e) {
      fault = SftpFault.of(e).orElse(fault);
    }
    LOG.warn("{}  {} waits, outbox of {}: {}", fault, unit, file.partner(), fault.means());
    ended.accept(file.id());
    work.later(Stage.DELIVER, unit, fault.name(), TRIES);
    exchange.setRouteStop(true);
  }

  private static long sizeThere(SftpEndpoint endpoint, SealedFile file) {
    SftpOperations operations = (SftpOperations) endpoint.createRemoteFileOperations();
    try {
      operations.connect(endpoint.getConfiguration(), null);
      return Arrays.stream(operations.listFiles(endpoint.getConfiguration().getDirectory()))
          .filter(entry -> entry.getFilename().equals(file.name()))
          .mapToLong(entry -> entry.getFileLength())
          .findFirst()
          .orElse(-1);
    } finally {
      operations.forceDisconnect();
    }
  }
}
