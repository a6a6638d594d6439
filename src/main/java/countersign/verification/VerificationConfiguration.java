package countersign.verification;

import countersign.authority.Authority;
import countersign.ledger.LedgerVerifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {

  @Bean
  CrossCheck crossCheck(LedgerVerifier verifier, Authority authority) {
    return new CrossCheck(verifier, authority.enrolment());
  }
}
