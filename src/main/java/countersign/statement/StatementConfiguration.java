package countersign.statement;

import countersign.authority.ActionSignatures;
import countersign.authority.Authority;
import countersign.pgp.SecretKey;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class StatementConfiguration {

  @Bean
  StatementContext statementContext(
      SecretKey gatewayKey, Authority authority, SealingKeys officerKeys) {
    return new StatementContext(gatewayKey.fingerprint(), authority, officerKeys);
  }

  /** The signatures of people below their actions in this installation. */
  @Bean
  ActionSignatures actionSignatures(SecretKey gatewayKey, Authority authority) {
    return new ActionSignatures(gatewayKey.fingerprint(), authority);
  }

  @Bean
  ActionSigning actionSigning(SecretKey gatewayKey, Authority authority, Clock clock) {
    return new ActionSigning(gatewayKey.fingerprint(), authority, clock);
  }
}
