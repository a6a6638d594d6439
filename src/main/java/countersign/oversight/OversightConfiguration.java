package countersign.oversight;

import countersign.stops.StopPreviews;
import countersign.stops.StopValues;
import countersign.stops.Stops;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class OversightConfiguration {

  @Bean
  StopActions stopActions(Stops stops, StopValues values, StopPreviews previews) {
    return new StopActions(stops, values, previews);
  }
}
