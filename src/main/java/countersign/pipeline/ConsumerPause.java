package countersign.pipeline;

import countersign.operations.OutageLog;
import countersign.request.Unavailable;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Suspends the queue consumers while the database is unreachable or the clock is wrong. Without the
 * database a step can neither succeed nor record its failure, and the broker would give up on each
 * message after a few attempts. The messages stay in their queues; the consumers resume when the
 * database is back.
 */
final class ConsumerPause implements BackgroundWorker.Task {
  private static final Logger LOG = LoggerFactory.getLogger(ConsumerPause.class);

  /** Fewer answers that are late one after the other are those of a busy machine. */
  private static final int SLOW_ANSWERS = 10;

  private final BooleanSupplier isClockRight;
  private final BooleanSupplier isDatabaseThere;
  private final BooleanSupplier isBrokerThere;
  private final Supplier<CamelContext> camel;
  private final OutageLog outages = new OutageLog(System::nanoTime);
  private boolean paused;
  private int brokerAway;

  /**
   * Creates the task.
   *
   * @param isBrokerThere only for the log: while it is away, no message can be received anyway
   */
  ConsumerPause(
      BooleanSupplier isClockRight,
      BooleanSupplier isDatabaseThere,
      BooleanSupplier isBrokerThere,
      Supplier<CamelContext> camel) {
    this.isClockRight = isClockRight;
    this.isBrokerThere = isBrokerThere;
    this.isDatabaseThere = isDatabaseThere;
    this.camel = camel;
  }

  @Override
  public boolean once() {
    boolean there = isDatabaseThere.getAsBoolean();
    boolean works = there && isClockRight.getAsBoolean();
    if (works && paused) {
      consumers().forEach(ServiceHelper::resumeService);
      LOG.info("Database and clock can be relied on; the queues are processed again");
    } else if (!works && !paused) {
      consumers().forEach(ServiceHelper::suspendService);
    }
    if (!there) {
      outages.failed(Unavailable.DATABASE_DOWN, "every queue");
    }
    brokerAway = isBrokerThere.getAsBoolean() ? 0 : brokerAway + 1;
    if (brokerAway >= SLOW_ANSWERS) {
      outages.failed(Unavailable.BROKER_DOWN, "every queue");
    }
    paused = !works;
    return false;
  }

  private List<Consumer> consumers() {
    return camel.get().getRoutes().stream()
        .map(Route::getConsumer)
        .filter(JmsConsumer.class::isInstance)
        .toList();
  }
}
