package countersign.incidents;

import countersign.lifecycle.EveryMinute;
import countersign.lifecycle.Lifecycle;
import countersign.operations.LedgerCheck;
import countersign.recall.Recalls;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
class IncidentsConfiguration {

  @Bean
  Incidents incidents(Lifecycle lifecycle, JdbcClient jdbc) {
    return new Incidents(lifecycle, new JdbcIncidents(jdbc));
  }

  @Bean
  EveryMinute incidentClock(
      Incidents incidents,
      JdbcClient jdbc,
      Recalls recalls,
      LedgerCheck checks,
      Lifecycle lifecycle,
      Clock clock) {
    return new IncidentClock(incidents, new JdbcIncidents(jdbc), recalls, checks, lifecycle, clock);
  }
}
