package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.lifecycle.StepOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** The outcome of a step in its log line and its meter. */
class StepMetricsTest {
  private final CamelContext context = new DefaultCamelContext();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void a_step_that_noted_a_cause_is_not_ok_and_the_next_step_is() throws Exception {
    runs("release", exchange -> StepOutcome.note("D411_APPROVAL_NOT_VERIFIED"));
    runs("seal", exchange -> {});

    assertThat(count("release", "D411_APPROVAL_NOT_VERIFIED")).isOne();
    assertThat(count("release", "ok")).isZero();
    assertThat(count("seal", "ok")).isOne();
  }

  private void runs(String id, Processor step) throws Exception {
    BeanDefinition bean = new BeanDefinition();
    bean.setId(id);
    new StepMetrics(meters)
        .wrapProcessorInInterceptors(context, bean, step, step)
        .process(new DefaultExchange(context));
  }

  private long count(String step, String outcome) {
    return meters.find("countersign.step").tags("step", step, "outcome", outcome).timers().stream()
        .mapToLong(timer -> timer.count())
        .sum();
  }
}
