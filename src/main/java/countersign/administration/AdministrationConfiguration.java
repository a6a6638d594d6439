package countersign.administration;

import countersign.accounts.AccountChanges;
import countersign.accounts.Accounts;
import countersign.passkey.PasskeyCreation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class AdministrationConfiguration {

  /** Absent if the configuration does not say for which address passkeys are made. */
  @Bean
  @ConditionalOnProperty("countersign.passkeys.rp-id")
  PasskeyCreation passkeyCreation(
      @Value("${countersign.passkeys.rp-id}") String rpId,
      @Value("${countersign.passkeys.origin}") String origin) {
    return new PasskeyCreation(rpId, origin);
  }

  @Bean
  AccountActions accountActions(Accounts accounts, AccountChanges changes) {
    return new AccountActions(accounts, changes);
  }
}
