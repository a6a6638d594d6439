package countersign.administration;

import countersign.accounts.AccountChanges;
import countersign.accounts.Accounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class AdministrationConfiguration {

  @Bean
  AccountActions accountActions(Accounts accounts, AccountChanges changes) {
    return new AccountActions(accounts, changes);
  }
}
