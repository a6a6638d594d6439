package countersign.queues;

import countersign.accounts.Accounts;
import countersign.operations.Operations;
import countersign.reviewdesk.ControlCases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class QueuesConfiguration {

  @Bean
  WorkOverview workOverview(Operations operations, Accounts accounts, ControlCases controls) {
    return new WorkOverview(operations, accounts, controls);
  }
}
