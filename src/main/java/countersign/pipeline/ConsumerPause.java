package countersign.pipeline;

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
 * Suspends the queue consumers while the database is unreachable. Without the database a step can
 * neither succeed nor record its failure, and the broker would give up on each message after a few
 * attempts. The messages stay in their queues; the consumers resume when the database is back.
 */
final class ConsumerPause implements BackgroundWorker.Task {
  private static final Logger LOG = LoggerFactory.getLogger(ConsumerPause.class);
  private final BooleanSupplier isDatabaseThere;
  private final Supplier<CamelContext> camel;
  private boolean paused;

  ConsumerPause(BooleanSupplier isDatabaseThere, Supplier<CamelContext> camel) {
    this.isDatabaseThere = isDatabaseThere;
    this.camel = camel;
  }

  @Override
  public boolean once() {
    boolean there = isDatabaseThere.getAsBoolean();
    if (there && paused) {
      consumers().forEach(ServiceHelper::resumeService);
      LOG.info("The database answers again; the queues are processed again");
    } else if (!there && !paused) {
      LOG.warn("The database does not answer; the queues pause until it does");
      consumers().forEach(ServiceHelper::suspendService);
    }
    paused = !there;
    return false;
  }

  private List<Consumer> consumers() {
    return camel.get().getRoutes().stream()
        .map(Route::getConsumer)
        .filter(JmsConsumer.class::isInstance)
        .toList();
  }
}
