package countersign.pipeline;

import countersign.intake.Inbox;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a partner's file to {@code archive/} or {@code rejected/}, but only after the database has
 * committed its verdict; otherwise the file stays in {@code inbox/} and the next poll reads it
 * again.
 */
final class InboxFileMover implements GenericFileProcessStrategy<Object> {
  private static final Logger LOG = LoggerFactory.getLogger(InboxFileMover.class);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final String partner;
  private final Inbox inbox;
  private final Clock clock;

  InboxFileMover(String partner, Inbox inbox, Clock clock) {
    this.partner = partner;
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<Object> operations, GenericFileEndpoint<Object> endpoint) {
    // The gateway creates no folder on a partner's server.
  }

  @Override
  public boolean begin(
      GenericFileOperations<Object> operations,
      GenericFileEndpoint<Object> endpoint,
      Exchange exchange,
      GenericFile<Object> file) {
    return true;
  }

  @Override
  public void abort(
      GenericFileOperations<Object> operations,
      GenericFileEndpoint<Object> endpoint,
      Exchange exchange,
      GenericFile<Object> file) {
    release(operations, exchange);
  }

  @Override
  public void rollback(
      GenericFileOperations<Object> operations,
      GenericFileEndpoint<Object> endpoint,
      Exchange exchange,
      GenericFile<Object> file) {
    release(operations, exchange);
  }

  @Override
  public void commit(
      GenericFileOperations<Object> operations,
      GenericFileEndpoint<Object> endpoint,
      Exchange exchange,
      GenericFile<Object> file) {
    release(operations, exchange);
    String name = file.getFileNameOnly();
    Optional<String> folder = inbox.folder(partner, name, file.getFileLength());
    if (folder.isEmpty()) {
      return;
    }
    String from = file.getAbsoluteFilePath();
    String target = sibling(from, folder.get(), name);
    if (operations.existsFile(target)) {
      target = target + "." + STAMP.format(clock.instant());
    }
    if (operations.renameFile(from, target)) {
      inbox.moved(partner, name);
    } else {
      LOG.warn(
          "{} of {} could not be moved to {}; the next poll tries again",
          name,
          partner,
          folder.get());
    }
  }

  private static void release(GenericFileOperations<Object> operations, Exchange exchange) {
    operations.releaseRetrievedFileResources(exchange);
  }

  private static String sibling(String path, String folder, String name) {
    int last = path.lastIndexOf('/');
    int parent = path.lastIndexOf('/', last - 1);
    return path.substring(0, parent + 1) + folder + "/" + name;
  }
}
