package countersign.pause;

import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Work;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
class PauseConfiguration {

  @Bean
  PartnerPauses partnerPauses(JdbcClient jdbc, Lifecycle lifecycle, Work work) {
    return new JdbcPartnerPauses(jdbc, lifecycle, work);
  }
}
