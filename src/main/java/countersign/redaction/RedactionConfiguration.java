package countersign.redaction;

import countersign.authority.Authority;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires this package. */
@Configuration(proxyBeanMethods = false)
class RedactionConfiguration {

  @Bean
  Redactor redactor(Authority authority) {
    return new Redactor(authority);
  }
}
