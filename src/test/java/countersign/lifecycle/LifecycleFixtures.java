package countersign.lifecycle;

import countersign.ledger.LedgerFixtures;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lifecycles for tests of other packages. */
public final class LifecycleFixtures {
  private LifecycleFixtures() {}

  /** Changes states in that database and records them in its ledger. */
  public static Lifecycle lifecycleOn(DataSource database, Clock clock) {
    return new JdbcLifecycle(
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        JdbcClient.create(database),
        LedgerFixtures.ledgerOn(database),
        clock,
        new WorkSignal());
  }

  /** Leases in that database, all held by one process. */
  public static Leases leasesOn(DataSource database) {
    return new JdbcLeases(JdbcClient.create(database));
  }

  /** Work in that database. */
  public static Work workOn(DataSource database, Clock clock) {
    return new JdbcWork(
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        JdbcClient.create(database),
        lifecycleOn(database, clock),
        new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5)));
  }

  /** COPY in that database. */
  public static BulkRows bulkRowsOn(DataSource database) {
    return new JdbcBulkRows(database);
  }

  /** The stops' lock of that database. */
  public static StopsLock stopsLockOn(DataSource database) {
    return new JdbcStopsLock(JdbcClient.create(database));
  }

  /** What waits for the ledger in that database. */
  public static JdbcAwaited awaitedOn(DataSource database) {
    return new JdbcAwaited(
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        JdbcClient.create(database),
        new WorkSignal());
  }

  /** What a step throws whose change was made before. */
  public static UnexpectedState overtaken() {
    return new UnexpectedState(Entity.FILE, "A_T_20261124_0001", "RECEIVED", "ANSWERED");
  }
}
