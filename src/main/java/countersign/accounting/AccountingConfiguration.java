package countersign.accounting;

import countersign.lifecycle.BulkRows;
import countersign.vault.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
class AccountingConfiguration {

  @Bean
  Accounting accounting(Vault vault, BulkRows bulk, JdbcClient jdbc) {
    return new Accounting(vault, new JdbcAccounting(bulk, jdbc));
  }
}
