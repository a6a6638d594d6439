package countersign.recall;

import countersign.authority.Authority;
import countersign.delivery.JdbcRecallNotices;
import countersign.lifecycle.Lifecycle;
import countersign.stops.Stops;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
class RecallConfiguration {

  @Bean
  Recalls recalls(
      JdbcClient jdbc,
      JdbcRecallNotices recallNotices,
      Lifecycle lifecycle,
      Stops stops,
      Authority authority) {
    return new Recalls(new JdbcRecalls(jdbc), recallNotices, lifecycle, stops, authority);
  }
}
