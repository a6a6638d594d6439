package countersign.pipeline;

import countersign.delivery.SealedFile;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
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
 * Decides what a failed upload means. If the outbox already contains the same bytes from an earlier
 * upload, the file counts as delivered; otherwise it does not.
 */
public final class OutboxConflictHandler {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxConflictHandler.class);
  private static final int TRIES = 1_000;
  private final Work work;
  private final Consumer<OutgoingId> ended;

  /**
   * Creates the handler.
   *
   * @param ended receives the id of an upload that is no longer running
   */
  OutboxConflictHandler(Work work, Consumer<OutgoingId> ended) {
    this.work = work;
    this.ended = ended;
  }

  /**
   * Called after a failed upload. If the outbox contains a file of the same name and size, the
   * exchange continues with {@code deliver}. If its size differs, the response is parked and never
   * overwrites it. If the server is unreachable, the upload is tried again later.
   */
  public void settle(Exchange exchange) {
    SealedFile file = exchange.getVariable("sealed", SealedFile.class);
    String endpoint = exchange.getProperty(Exchange.FAILURE_ENDPOINT, String.class);
    String unit = ExchangeWorkId.of(exchange);
    SftpFault fault =
        SftpFault.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
            .orElse(SftpFault.SFTP_DOWN);
    try {
      long found = sizeThere(exchange.getContext().getEndpoint(endpoint, SftpEndpoint.class), file);
      if (found == file.size()) {
        LOG.info("{} is already in the outbox", unit);
        return;
      }
      if (found >= 0) {
        ended.accept(file.id());
        work.park(WorkQueue.DELIVER, unit, "OUTBOX_NAME_TAKEN");
        exchange.setRouteStop(true);
        return;
      }
    } catch (GenericFileOperationFailedException e) {
      fault = SftpFault.of(e).orElse(fault);
    }
    LOG.warn("{}  {} waits, outbox of {}: {}", fault, unit, file.partner(), fault.means());
    ended.accept(file.id());
    work.later(WorkQueue.DELIVER, unit, fault.name(), TRIES);
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
