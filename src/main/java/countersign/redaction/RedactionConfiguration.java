package countersign.redaction;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires this package. */
@Configuration(proxyBeanMethods = false)
class RedactionConfiguration {

  @Bean
  Redactor redactor() {
    return new Redactor();
  }
}
