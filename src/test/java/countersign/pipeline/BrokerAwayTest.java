package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.broker.BrokerQueues;
import countersign.lifecycle.WorkQueue;
import java.time.Duration;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** A failover connection to a broker that is away waits for ever; nobody waits with it. */
class BrokerAwayTest {
  /** Port 9 of this machine has no server. */
  private final BrokerQueues queues =
      new BrokerQueues(
          new ActiveMQConnectionFactory("failover:(tcp://127.0.0.1:9)"), DefaultCamelContext::new);

  @Test
  void a_look_at_every_queue_takes_less_than_a_second_and_names_the_broker() {
    long begun = System.nanoTime();

    for (WorkQueue queue : WorkQueue.values()) {
      assertThat(queues.of(queue)).isEmpty();
    }
    assertThat(queues.fault())
        .hasValueSatisfying(words -> assertThat(words).contains("BROKER_DOWN"));

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
  }
}
