package countersign.pipeline;

import countersign.lifecycle.LoggedFailure;
import countersign.lifecycle.Stage;
import countersign.lifecycle.Work;
import countersign.request.FileId;
import countersign.request.Held;
import countersign.request.Refused;
import countersign.request.Unavailable;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a unit of work whose step said no, after its transaction was rolled back: the
 * fate is a row, then the message is acknowledged. If even that row cannot be written the exception
 * goes on and the broker keeps the message.
 */
public final class Outcomes {
  private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

  private final Work work;
  private final BiConsumer<FileId, Refused> refuse;
  private final Consumer<FileId> notJudged;
  private final int tries;

  /**
   * Writes fates.
   *
   * @param refuse answers a file with what was found
   * @param notJudged lets a file wait that could not be judged in time
   * @param tries before a unit of work is parked for a person
   */
  Outcomes(Work work, BiConsumer<FileId, Refused> refuse, Consumer<FileId> notJudged, int tries) {
    this.work = work;
    this.refuse = refuse;
    this.notJudged = notJudged;
    this.tries = tries;
  }

  /**
   * A file is refused: the answer is an acknowledgement. Without a claimed file there is nobody to
   * answer; a refusal later on the way is a defect, and parked.
   */
  public void refuse(Exchange exchange) {
    write(exchange, this::writeRefusal);
  }

  private void writeRefusal(Exchange exchange) {
    Refused refused = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Refused.class);
    String unit = Units.of(exchange);
    LOG.info("{} refused {}", unit, refused.getMessage());
    Stage stage = stageOf(exchange);
    if (stage != Stage.READ && stage != Stage.JUDGE) {
      work.park(stage, unit, causeOf(refused));
    } else if (!unit.isEmpty()) {
      refuse.accept(new FileId(unit), refused);
    }
  }

  /** A person must decide; the unit is parked under the code until they did. */
  public void hold(Exchange exchange) {
    write(exchange, this::writeHold);
  }

  private void writeHold(Exchange exchange) {
    Held held = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Held.class);
    String unit = Units.of(exchange);
    LOG.warn("{} held: {}", unit, held.getMessage());
    if (!unit.isEmpty()) {
      work.park(stageOf(exchange), unit, held.code().name());
    }
  }

  /** Something outside is away: tried again later. */
  public void later(Exchange exchange) {
    write(exchange, this::writeWait);
  }

  private void writeWait(Exchange exchange) {
    Unavailable away = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Unavailable.class);
    LOG.warn("{} waits: {}", Units.of(exchange), away.getMessage());
    postpone(exchange, away.causeCode());
  }

  /** Anything else: the unit is parked with its cause, and the route goes on with the next one. */
  public void park(Exchange exchange) {
    write(exchange, this::writeFailure);
  }

  private void writeFailure(Exchange exchange) {
    Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    LOG.error(
        "{} failed in {}", Units.of(exchange), stageOf(exchange).word(), withoutValues(cause));
    if (stageOf(exchange) == Stage.READ || isCrossed(cause)) {
      postpone(exchange, causeOf(cause));
    } else {
      work.park(stageOf(exchange), Units.of(exchange), causeOf(cause));
    }
  }

  /** SQL state class 40: two transactions crossed and the database chose this one to give way. */
  private static boolean isCrossed(Throwable thrown) {
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      if (one instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith("40")) {
        return true;
      }
    }
    return false;
  }

  /** The change had been made before, or was overtaken: nothing to do, but it is said. */
  public void overtaken(Exchange exchange) {
    write(exchange, this::writeOvertaken);
  }

  private void writeOvertaken(Exchange exchange) {
    Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    LOG.warn("{}", cause.getMessage());
    work.drop(stageOf(exchange), Units.of(exchange));
  }

  /** What the broker gave up on becomes a parked row, so that operators find it in one place. */
  public void drained(Exchange exchange) {
    write(exchange, this::writeDrained);
  }

  private void writeDrained(Exchange exchange) {
    Message message = exchange.getMessage();
    String queue = String.valueOf(message.getHeader("JMSDestination"));
    String stage = queue.substring(queue.lastIndexOf("DLQ.") + "DLQ.".length());
    String id = message.getBody(String.class);
    LOG.error("{} was in the broker's dead letters of {} and is now parked", id, stage);
    work.parkIfWaiting(Stage.of(stage), id, "DEAD_LETTER");
  }

  /**
   * The exception that goes on when a fate cannot be written says nothing of the one before it,
   * which may quote a value and would be logged with it.
   */
  private static void write(Exchange exchange, Consumer<Exchange> fate) {
    try {
      fate.accept(exchange);
    } catch (RuntimeException e) {
      LOG.error(
          "{}: the failure could not be stored; the broker delivers it again",
          Units.of(exchange),
          withoutValues(e));
      throw new FateNotWritten(causeOf(e));
    }
  }

  private void postpone(Exchange exchange, String cause) {
    String unit = Units.of(exchange);
    if (unit.isEmpty()) {
      return; // nothing was claimed; the next poll looks anew
    }
    work.later(stageOf(exchange), unit, cause, tries);
    if (stageOf(exchange) == Stage.READ) {
      notJudged.accept(new FileId(unit));
    }
  }

  private static Stage stageOf(Exchange exchange) {
    String uri = exchange.getFromEndpoint().getEndpointUri();
    int queue = uri.indexOf("queue:");
    if (queue < 0) {
      return Stage.READ;
    }
    String name = uri.substring(queue + "queue:".length());
    int options = name.indexOf('?');
    return Stage.of(options < 0 ? name : name.substring(0, options));
  }

  /**
   * One word for the {@code cause} column: a code, or the exception's class with the SQL state;
   * never a message, it may carry values.
   */
  static String causeOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      if (root instanceof Refused || root instanceof Held || root instanceof Unavailable) {
        break;
      }
      root = root.getCause();
    }
    if (root instanceof Refused refused) {
      return refused.codes().get(0).name();
    }
    if (root instanceof Held held) {
      return held.code().name();
    }
    if (root instanceof Unavailable away) {
      return away.causeCode();
    }
    String name = root.getClass().getSimpleName();
    return root instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
  }

  /**
   * A copy for the log: the stack and the classes, without messages of the database or a parser,
   * which may quote what they choked on.
   */
  private static Throwable withoutValues(Exception cause) {
    return new LoggedFailure(cause);
  }

  /** What goes on to the broker, so that it keeps the message: one word, no cause, no others. */
  private static final class FateNotWritten extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FateNotWritten(String word) {
      super(word, null, false, true);
    }
  }
}
