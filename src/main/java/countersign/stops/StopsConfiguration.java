package countersign.stops;

import countersign.authority.Authority;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class StopsConfiguration {

  @Bean
  Stops stops(
      JdbcClient jdbc,
      Lifecycle lifecycle,
      StopsLock lock,
      Uploads uploads,
      StopCoverage coverage,
      Authority authority) {
    return new JdbcStops(jdbc, lifecycle, lock, uploads, coverage, authority.enrolment());
  }

  @Bean
  StopValues stopValues(KnownIds ids, Authority authority, ScopeKeys keys, Clock clock) {
    return new StopValues(ids, authority, keys, clock);
  }
}
