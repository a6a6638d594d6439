package countersign.followup;

import countersign.incidents.Incidents;
import countersign.recall.Recalls;
import countersign.receipts.DueItems;
import countersign.receipts.Extensions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class FollowupConfiguration {

  @Bean
  DueActions dueActions(DueItems dueItems, Extensions extensions) {
    return new DueActions(dueItems, extensions);
  }

  @Bean
  RecallActions recallActions(Recalls recalls) {
    return new RecallActions(recalls);
  }

  @Bean
  IncidentActions incidentActions(Incidents incidents) {
    return new IncidentActions(incidents);
  }
}
