package countersign.accounting;

import countersign.vault.Vault;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
class AccountingConfiguration {

  @Bean
  BulkRows bulkRows(DataSource dataSource, JdbcClient jdbc) {
    return new JdbcAccounting(dataSource, jdbc);
  }

  @Bean
  Accounting accounting(Vault vault, DataSource dataSource, JdbcClient jdbc) {
    return new Accounting(vault, new JdbcAccounting(dataSource, jdbc));
  }
}
