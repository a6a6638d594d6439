package countersign.inbox;

import com.jcraft.jsch.SftpException;
import countersign.arrival.ArrivingFile;
import countersign.clock.Pace;
import countersign.inbox.InboxFailure.Cause;
import countersign.pipeline.ExchangeWorkId;
import countersign.request.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.file.remote.SftpConsumer;
import org.apache.camel.component.file.strategy.GenericFileNoOpProcessStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Polls a partner's inbox over one connection and sends each complete file through the route, as a
 * message's body without headers.
 */
final class InboxConsumer extends SftpConsumer implements InboxReading.Route {
  private final PartnerSftp.Folder folder;
  private volatile @Nullable PartnerFolders connection;

  InboxConsumer(PartnerSftp.Folder folder, Processor processor) {
    super(
        folder,
        processor,
        folder.createRemoteFileOperations(),
        new GenericFileNoOpProcessStrategy<>());
    this.folder = folder;
  }

  @Override
  protected int poll() throws SftpException {
    try {
      int listed = poller().poll(connected(), this, getMaxMessagesPerPoll());
      SecondListing second =
          new SecondListing(
              TimeUnit.MILLISECONDS::sleep, this::goesOn, () -> poller().mayListAgain());
      if (second.follows(poller().untilNextStill())) {
        listed = poller().poll(connected(), this, getMaxMessagesPerPoll());
      }
      if (folder.isDisconnect()) {
        signOut();
      }
      return listed;
    } catch (SftpException | RuntimeException e) {
      signOut();
      throw e;
    }
  }

  private InboxPoller poller() {
    return (InboxPoller) getPollStrategy();
  }

  private PartnerFolders connected() {
    PartnerFolders open = connection;
    if (open == null || !open.isConnected()) {
      signOut();
      open = folder.open(poller().settings().folders());
      connection = open;
      if (!isRunAllowed()) { // stopped while it signed in
        signOut();
      }
    }
    return open;
  }

  private void signOut() {
    PartnerFolders open = connection;
    if (open != null) {
      connection = null;
      open.close();
    }
  }

  @Override
  public boolean goesOn() {
    return isBatchAllowed();
  }

  @Override
  public Comparator<InboxEntry> order() {
    return folder.order();
  }

  @Override
  public InputStream paced(InputStream fast) {
    return Pace.of(poller().settings().maxBytesPerSecond()).hold(fast);
  }

  @Override
  public InboxReading.Receipt receive(ArrivingFile file) {
    Exchange exchange = createExchange(false);
    try {
      exchange.getMessage().setBody(file);
      getProcessor().process(exchange);
      Exception failed = exchange.getException();
      if (failed != null) {
        throw new IllegalStateException("The result of a file could not be stored", failed);
      }
      return receipt(exchange);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The route could not be called", e);
    } finally {
      releaseExchange(exchange, false);
    }
  }

  private InboxReading.Receipt receipt(Exchange exchange) {
    Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    boolean claimed = !ExchangeWorkId.of(exchange).isEmpty();
    return new InboxReading.Receipt(
        claimed, claimed || caught == null ? null : failureOfFile(caught));
  }

  /** Why the file was not claimed; null if the database or another gateway is the reason. */
  private @Nullable Cause failureOfFile(Exception caught) {
    if (caught instanceof Unavailable away) {
      if (away.causeCode().equals("SIZE_CHANGED")) {
        return Cause.SIZE_CHANGED;
      }
      return has(IOException.class, away) ? Cause.NOT_FETCHED : null;
    }
    boolean ours = has(SQLException.class, caught) || !poller().isStillMine();
    return ours ? null : Cause.NOT_RECEIVED;
  }

  private static boolean has(Class<? extends Throwable> type, Throwable thrown) {
    for (Throwable link = thrown; link != null; link = link.getCause()) {
      if (type.isInstance(link)) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    signOut();
  }
}
