package countersign.accounts;

import countersign.TestDatabase;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The accounts of a slice are in the slice's database, and their role changes them. */
// Lies in a scanned package: only the slices may wake it.
@ConditionalOnProperty(name = "countersign.slice")
@Configuration(proxyBeanMethods = false)
class SliceAccountsDatabase {

  @Bean
  AccountsDatabase accountsDatabase(DataSource application) {
    return new AccountsDatabase(TestDatabase.accounts(application));
  }
}
