package countersign.pipeline;

import countersign.lifecycle.StepOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Writes one log line and records one timer per step, named after the step's id, so that no route
 * needs a log step.
 */
final class StepMetrics implements InterceptStrategy {
  private static final Logger LOG = LoggerFactory.getLogger("countersign.step");
  private final MeterRegistry meters;

  StepMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Counts a message that the gateway did not send. */
  void forgedMessage(String queue) {
    meters.counter("countersign.queue.forged", "queue", queue).increment();
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
    return definition instanceof BeanDefinition bean && bean.hasCustomIdAssigned()
        ? new Journaled(bean.getId(), target)
        : target;
  }

  /** One running step: sets the MDC while it runs, then writes the line and records the timer. */
  private final class Journaled extends DelegateAsyncProcessor {
    private final String step;

    Journaled(String step, Processor target) {
      super(target);
      this.step = step;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      long start = System.nanoTime();
      String before = ExchangeWorkId.of(exchange);
      StepOutcome.begin();
      MDC.put("step", step);
      MDC.put("unit", before);
      return super.process(
          exchange,
          doneSync -> {
            write(exchange, before, System.nanoTime() - start);
            callback.done(doneSync);
          });
    }

    private void write(Exchange exchange, String before, long nanos) {
      Exception thrown = exchange.getException();
      String outcome = thrown == null ? StepOutcome.noted() : FaultSort.causeOf(thrown);
      meters
          .timer("countersign.step", "step", step, "outcome", outcome)
          .record(nanos, TimeUnit.NANOSECONDS);
      String unit = before.isEmpty() ? ExchangeWorkId.of(exchange) : before;
      LOG.atLevel(ExchangeWorkId.level(unit))
          .log("{} {} {} {} ms", step, unit, outcome, TimeUnit.NANOSECONDS.toMillis(nanos));
      StepOutcome.begin();
      MDC.remove("step");
      MDC.remove("unit");
    }
  }
}
