package countersign.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Writes one log line and one timer per step, named by the step's id in the route, so that no route
 * needs a log step.
 */
final class StepJournal implements InterceptStrategy {
  private static final Logger LOG = LoggerFactory.getLogger("countersign.step");
  private final MeterRegistry meters;

  StepJournal(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
    if (!(definition instanceof BeanDefinition bean) || bean.getId() == null) {
      return target;
    }
    return exchange -> journal(bean.getId(), target, exchange);
  }

  private void journal(String step, Processor target, Exchange exchange) throws Exception {
    long start = System.nanoTime();
    String before = Units.of(exchange);
    MDC.put("step", step);
    MDC.put("unit", before);
    String outcome = "ok";
    try {
      target.process(exchange);
      if (exchange.getException() != null) {
        outcome = Outcomes.causeOf(exchange.getException());
      }
    } catch (Exception e) {
      outcome = Outcomes.causeOf(e);
      throw e;
    } finally {
      long nanos = System.nanoTime() - start;
      meters
          .timer("countersign.step", "step", step, "outcome", outcome)
          .record(nanos, TimeUnit.NANOSECONDS);
      String unit = before.isEmpty() ? Units.of(exchange) : before;
      LOG.info("{} {} {} {} ms", step, unit, outcome, TimeUnit.NANOSECONDS.toMillis(nanos));
      MDC.remove("step");
      MDC.remove("unit");
    }
  }
}
