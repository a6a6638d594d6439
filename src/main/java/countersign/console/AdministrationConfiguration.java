package countersign.console;

import countersign.access.AccountChanges;
import countersign.access.Accounts;
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
