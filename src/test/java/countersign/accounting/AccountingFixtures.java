package countersign.accounting;

import countersign.lifecycle.LifecycleFixtures;
import countersign.vault.Vault;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates accounting objects for tests of other packages. */
public final class AccountingFixtures {
  private AccountingFixtures() {}

  /** Accounting that writes to this database. */
  public static Accounting accountingOn(DataSource database, Vault vault) {
    return new Accounting(
        vault,
        new JdbcAccounting(LifecycleFixtures.bulkRowsOn(database), JdbcClient.create(database)));
  }
}
