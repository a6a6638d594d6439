package countersign.pipeline;

import countersign.broker.QueueIds;
import countersign.lifecycle.LoggedFailure;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.operations.OutageLog;
import countersign.request.FileId;
import countersign.request.Held;
import countersign.request.Refused;
import countersign.request.Unavailable;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the result of a failed step after its transaction was rolled back: writes a row, then the
 * message is acknowledged. If the row cannot be written, the exception propagates and the broker
 * keeps the message.
 */
public final class RouteErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RouteErrorHandler.class);

  /** The message itself is not logged: it may contain anything. */
  private static final String FORGED =
      "QUEUE_MESSAGE_FORGED  A message in the queue {} is not the id of any work. It was removed"
          + " and nothing was changed. Find out who else has the broker's password.";

  /** A part that is away comes back, sooner or later. */
  private static final int NO_LAST_TRY = Integer.MAX_VALUE;

  private static final int WRITES = 4;
  private static final long BETWEEN_WRITES_MILLIS = 250;

  private final Work work;
  private final BiConsumer<FileId, Refused> refuse;
  private final Consumer<FileId> notJudged;
  private final Consumer<String> forged;
  private final int tries;
  private final OutageLog outages = new OutageLog(System::nanoTime);

  /**
   * Creates the handler.
   *
   * @param refuse answers a file with the reasons for its refusal
   * @param notJudged keeps a file waiting whose judging failed
   * @param forged counts a message that the gateway did not send, by the name of its queue
   * @param tries attempts after which a work item is parked for a person
   */
  RouteErrorHandler(
      Work work,
      BiConsumer<FileId, Refused> refuse,
      Consumer<FileId> notJudged,
      Consumer<String> forged,
      int tries) {
    this.work = work;
    this.refuse = refuse;
    this.notJudged = notJudged;
    this.forged = forged;
    this.tries = tries;
  }

  /**
   * Refuses a file and answers it with an acknowledgement. If no file is claimed, no answer is
   * possible; a refusal in a later step is a defect, so the work item is parked.
   */
  public void refuse(Exchange exchange) {
    write(exchange, this::writeRefusal);
  }

  private void writeRefusal(Exchange exchange) {
    Refused refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Refused.class);
    String unit = ExchangeWorkId.of(exchange);
    LOG.atLevel(ExchangeWorkId.level(unit)).log("{} refused {}", unit, refused.getMessage());
    WorkQueue queue = ExchangeWorkId.queue(exchange);
    if (queue != WorkQueue.READ && queue != WorkQueue.JUDGE) {
      work.park(queue, unit, FaultSort.causeOf(refused));
    } else if (!unit.isEmpty()) {
      refuse.accept(new FileId(unit), refused);
    }
  }

  /** Parks the work item under the code until a person has decided. */
  public void hold(Exchange exchange) {
    write(exchange, this::writeHold);
  }

  private void writeHold(Exchange exchange) {
    Held held = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Held.class);
    String unit = ExchangeWorkId.of(exchange);
    LOG.warn("{} held: {}", unit, held.getMessage());
    if (!unit.isEmpty()) {
      work.park(ExchangeWorkId.queue(exchange), unit, held.code().name());
    }
  }

  /** Tries the work item again later, because an external system is unavailable. */
  public void later(Exchange exchange) {
    write(exchange, this::writeWait);
  }

  private void writeWait(Exchange exchange) {
    Unavailable away = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Unavailable.class);
    String code = away.causeCode();
    if (FaultSort.hasNoLastTry(code)) {
      outages.failed(code, ExchangeWorkId.of(exchange));
    } else {
      LOG.warn("{} waits: {}", ExchangeWorkId.of(exchange), away.getMessage());
    }
    postpone(exchange, code, FaultSort.hasNoLastTry(code) ? NO_LAST_TRY : tries);
    notJudged(exchange);
  }

  /**
   * Any other failure: parks the work item with its cause; the route continues with the next one.
   */
  public void park(Exchange exchange) {
    write(exchange, this::writeFailure);
  }

  private void writeFailure(Exchange exchange) {
    Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    FaultSort sort = FaultSort.of(caught);
    if (sort == FaultSort.AWAY) {
      String code = FaultSort.awayCode(caught);
      outages.failed(code, ExchangeWorkId.of(exchange));
      postpone(exchange, code, NO_LAST_TRY);
      return;
    }
    LOG.error(
        "{} failed in {}",
        ExchangeWorkId.of(exchange),
        ExchangeWorkId.queue(exchange).queueName(),
        withoutValues(ClosedFailure.opened(caught)));
    if (ExchangeWorkId.queue(exchange) == WorkQueue.READ || sort == FaultSort.CROSSED) {
      postpone(exchange, FaultSort.causeOf(caught), tries);
      notJudged(exchange);
    } else {
      work.park(
          ExchangeWorkId.queue(exchange), ExchangeWorkId.of(exchange), FaultSort.causeOf(caught));
    }
  }

  /**
   * The change was already made, or another one came first. Nothing is left to do except to log it.
   */
  public void overtaken(Exchange exchange) {
    write(exchange, this::writeOvertaken);
  }

  private void writeOvertaken(Exchange exchange) {
    Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    LOG.warn("{}", cause.getMessage());
    work.drop(ExchangeWorkId.queue(exchange), ExchangeWorkId.of(exchange));
  }

  /**
   * Tries the work of a message again that the broker gave up on. Its failure could not be stored,
   * because the database was away. After the last try it is parked, so that operators find all
   * parked work in one place.
   */
  public void drained(Exchange exchange) {
    write(exchange, this::writeDrained);
  }

  private void writeDrained(Exchange exchange) {
    Message message = exchange.getMessage();
    String destination = String.valueOf(message.getHeader("JMSDestination"));
    String queue = destination.substring(destination.lastIndexOf("DLQ.") + "DLQ.".length());
    if (!(message.getBody() instanceof String id) || !QueueIds.isId(id) || !isQueue(queue)) {
      remove("DLQ");
      return;
    }
    LOG.warn("{} was in the broker's dead letters of {} and is tried again", id, queue);
    work.later(WorkQueue.of(queue), id, "DEAD_LETTER", tries);
  }

  private void remove(String queue) {
    LOG.error(FORGED, queue);
    forged.accept(queue);
  }

  private static boolean isQueue(String name) {
    return Stream.of(WorkQueue.values()).anyMatch(queue -> queue.queueName().equals(name));
  }

  /**
   * If the row cannot be written, the exception that propagates does not contain the earlier one,
   * which may quote a value and would be logged with it.
   */
  private void write(Exchange exchange, Consumer<Exchange> fate) {
    if (ExchangeWorkId.isForged(exchange)) {
      remove(ExchangeWorkId.queue(exchange).queueName());
      return;
    }
    for (int attempt = 1; ; attempt++) {
      try {
        fate.accept(exchange);
        return;
      } catch (RuntimeException e) {
        if (FaultSort.of(e) != FaultSort.AWAY || attempt == WRITES || !pauses(attempt)) {
          throw notWritten(exchange, e);
        }
      }
    }
  }

  private FateNotWritten notWritten(Exchange exchange, RuntimeException thrown) {
    String unit = ExchangeWorkId.of(exchange);
    if (FaultSort.of(thrown) == FaultSort.AWAY) {
      outages.failed(FaultSort.awayCode(thrown), "the result of " + unit);
    } else {
      LOG.error(
          "{}: the failure could not be stored; the broker delivers it again",
          unit,
          withoutValues(thrown));
    }
    return new FateNotWritten(FaultSort.causeOf(thrown));
  }

  /** A cut connection is replaced within moments. Returns false if the gateway stops meanwhile. */
  private static boolean pauses(int attempt) {
    try {
      TimeUnit.MILLISECONDS.sleep(attempt * BETWEEN_WRITES_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void postpone(Exchange exchange, String cause, int maxAttempts) {
    String unit = ExchangeWorkId.of(exchange);
    if (!unit.isEmpty()) { // otherwise no file was claimed; the next poll finds it again
      work.later(ExchangeWorkId.queue(exchange), unit, cause, maxAttempts);
    }
  }

  /** Keeps a file waiting beside the inbox, so that the next file is read. */
  private void notJudged(Exchange exchange) {
    String unit = ExchangeWorkId.of(exchange);
    if (!unit.isEmpty() && ExchangeWorkId.queue(exchange) == WorkQueue.READ) {
      notJudged.accept(new FileId(unit));
    }
  }

  /**
   * A copy for the log with stack trace and kinds of fault, but without the messages of the
   * database or a parser, which may quote their input.
   */
  private static Throwable withoutValues(Throwable cause) {
    return new LoggedFailure(cause);
  }

  /**
   * Propagates to the broker so that it keeps the message. Contains one word, without cause and
   * suppressed exceptions.
   */
  private static final class FateNotWritten extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FateNotWritten(String cause) {
      super(cause, null, false, true);
    }
  }
}
