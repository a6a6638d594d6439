package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.junit.jupiter.api.Test;

/** A route whose inbox has a cron expression starts, and polls at its times. */
class CronOfARouteTest {
  private static final String INBOX =
      "sftp://user@localhost:1/inbox?scheduler=spring&scheduler.cron=0/1+*+*+*+*+*&sortBy=reverse:file:modified&disconnect=true&pollStrategy=#polls";

  @Test
  void it_polls_each_second() throws Exception {
    Polls polls = new Polls();
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      camel.addComponent("sftp", new PartnerSftp(file -> Optional.empty()));
      camel.getRegistry().bind("polls", polls);
      camel.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from(INBOX).routeId("inbox").to("log:nothing");
            }
          });
      camel.start();

      await("two polls").atMost(Duration.ofSeconds(20)).until(() -> polls.times.size() >= 2);
    }
    assertThat(polls.rollbacks).hasValue(0);
  }

  /** Notes each poll and lets none reach the server. */
  private static final class Polls implements PollingConsumerPollStrategy {
    private final List<Instant> times = new CopyOnWriteArrayList<>();
    private final AtomicInteger rollbacks = new AtomicInteger();

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
      times.add(Instant.now());
      return false;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
      throw new IllegalStateException("No poll was let through");
    }

    @Override
    public boolean rollback(
        Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
      rollbacks.incrementAndGet();
      return false;
    }
  }
}
