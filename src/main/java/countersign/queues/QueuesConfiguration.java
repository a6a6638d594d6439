package countersign.queues;

import countersign.accounts.Accounts;
import countersign.console.AccessRecords;
import countersign.operations.BackgroundParts;
import countersign.operations.Inboxes;
import countersign.operations.Operations;
import countersign.operations.PartnerReload;
import countersign.pause.PartnerPauses;
import countersign.reviewdesk.ControlCases;
import countersign.sealing.Resealing;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class QueuesConfiguration {

  @Bean
  QueuesView queuesView(Clock clock, BackgroundParts parts) {
    return new QueuesView(clock, parts);
  }

  @Bean
  PartnerActions partnerActions(Inboxes inboxes, PartnerPauses pauses, PartnerReload reload) {
    return new PartnerActions(inboxes, pauses, reload);
  }

  @Bean
  WorkOverview workOverview(Operations operations, Accounts accounts, ControlCases controls) {
    return new WorkOverview(operations, accounts, controls);
  }

  @Bean
  ParkedWork parkedWork(Operations operations, AccessRecords records, ResealActions reseals) {
    return new ParkedWork(operations, records, reseals);
  }

  @Bean
  ResealActions resealActions(Resealing resealing, Clock clock) {
    return new ResealActions(resealing, clock);
  }
}
