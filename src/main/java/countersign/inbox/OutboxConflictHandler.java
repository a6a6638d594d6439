package countersign.inbox;

import com.jcraft.jsch.SftpException;
import countersign.authority.FolderNames;
import countersign.delivery.SealedFile;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.pipeline.ExchangeWorkId;
import countersign.pipeline.FaultSort;
import countersign.request.OutgoingId;
import countersign.request.ReasonCode;
import countersign.request.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a failed upload means. If the outbox already contains the same bytes from an earlier
 * upload, the file counts as delivered; otherwise it does not.
 */
public final class OutboxConflictHandler {
  /** The cause of a file that waits until another file with its name has left the outbox. */
  static final String NAME_TAKEN = "OUTBOX_NAME_TAKEN";

  private static final Logger LOG = LoggerFactory.getLogger(OutboxConflictHandler.class);

  /** A partner's server that is away comes back, sooner or later. */
  private static final int NO_LAST_TRY = Integer.MAX_VALUE;

  private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(10);

  private record Warning(SftpFault fault, Instant at) {}

  private final Work work;
  private final Uploads uploads;
  private final Function<String, FolderNames> names;
  private final Clock clock;
  private final Map<String, Warning> warned = new ConcurrentHashMap<>();

  /**
   * Who is told about uploads.
   *
   * @param ended receives the id of an upload that is no longer running
   * @param changed receives the id of a file whose stored bytes changed during its upload
   */
  record Uploads(Consumer<OutgoingId> ended, Consumer<OutgoingId> changed) {}

  /**
   * Creates the handler.
   *
   * @param names names of a partner's folders, by its id
   */
  OutboxConflictHandler(
      Work work, Uploads uploads, Function<String, FolderNames> names, Clock clock) {
    this.work = work;
    this.uploads = uploads;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Called after a failed upload. If the outbox contains a file of the same name and bytes, the
   * exchange continues with {@code deliver}. If its bytes differ, the response is parked until that
   * name is free, and never overwrites it. If the server is unreachable or refuses the upload, it
   * is tried again later.
   */
  public void settle(Exchange exchange) {
    SealedFile file = exchange.getVariable("sealed", SealedFile.class);
    String endpoint = exchange.getProperty(Exchange.FAILURE_ENDPOINT, String.class);
    String unit = ExchangeWorkId.of(exchange);
    Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    if (FaultSort.isDatabaseAway(caught)) {
      waits(exchange, file, Unavailable.DATABASE_DOWN); // the bytes to upload could not be read
      return;
    }
    SftpFault fault = SftpFault.of(caught).orElse(SftpFault.SFTP_DOWN);
    try (PartnerFolders folders =
        exchange
            .getContext()
            .getEndpoint(endpoint, PartnerSftp.Folder.class)
            .open(names.apply(file.partner()))) {
      Optional<Long> found = folders.size("outbox", PartnerFolders.bytesOf(file.name()));
      if (found.isPresent()) {
        taken(exchange, file, found.get() == file.size() && isOurs(folders, file));
        return;
      }
      fault =
          folders.permissions("outbox").isEmpty()
              ? SftpFault.SFTP_FOLDER_MISSING
              : folders.refusal("outbox", fault.withFolder());
    } catch (SftpException | GenericFileOperationFailedException e) {
      fault = SftpFault.of(e).orElse(fault);
    }
    warn(file.partner(), unit, fault);
    waits(exchange, file, fault.name());
  }

  private void waits(Exchange exchange, SealedFile file, String cause) {
    uploads.ended().accept(file.id());
    work.later(WorkQueue.DELIVER, ExchangeWorkId.of(exchange), cause, NO_LAST_TRY);
    exchange.setRouteStop(true);
  }

  private static boolean isOurs(PartnerFolders folders, SealedFile file) throws SftpException {
    return folders
        .sha256("outbox", PartnerFolders.bytesOf(file.name()), file.size())
        .equals(file.sha256());
  }

  /**
   * Called if the stored bytes turned out to be others while they were uploaded. The upload ended
   * under its temporary name; the file is parked for a person.
   */
  public void changed(Exchange exchange) {
    SealedFile file = exchange.getVariable("sealed", SealedFile.class);
    String unit = ExchangeWorkId.of(exchange);
    LOG.error("{}  {}", ReasonCode.D412_SEAL_NOT_VERIFIED, unit);
    uploads.changed().accept(file.id());
    work.park(WorkQueue.DELIVER, unit, ReasonCode.D412_SEAL_NOT_VERIFIED.name());
  }

  private void taken(Exchange exchange, SealedFile file, boolean byUs) {
    String unit = ExchangeWorkId.of(exchange);
    if (byUs) {
      LOG.info("{} is already in the outbox", unit);
    } else {
      uploads.ended().accept(file.id());
      work.park(WorkQueue.DELIVER, unit, NAME_TAKEN);
      exchange.setRouteStop(true);
    }
  }

  /** Warns of a fault when it is new or was last reported some time ago. */
  private void warn(String partner, String unit, SftpFault fault) {
    Instant now = clock.instant();
    Warning last = warned.get(partner);
    if (last == null || last.fault() != fault || last.at().plus(BETWEEN_WARNINGS).isBefore(now)) {
      warned.put(partner, new Warning(fault, now));
      LOG.warn("{}  {} waits, outbox of {}: {}", fault, unit, partner, fault.means());
    }
  }
}
