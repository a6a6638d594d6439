package countersign.lifecycle;

import countersign.ledger.LedgerFixtures;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates objects of this package for tests of other packages. */
public final class LifecycleFixtures {
  private LifecycleFixtures() {}

  /** A lifecycle that changes states in this database and records events in its ledger. */
  public static Lifecycle lifecycleOn(DataSource database, Clock clock) {
    return lifecycleOn(database, clock, new WorkSignal());
  }

  static Lifecycle lifecycleOn(DataSource database, Clock clock, WorkSignal signal) {
    return new JdbcLifecycle(
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        JdbcClient.create(database),
        LedgerFixtures.ledgerOn(database),
        clock,
        signal);
  }

  /** Leases in this database, all with the same holder. */
  public static Leases leasesOn(DataSource database) {
    return new JdbcLeases(JdbcClient.create(database));
  }

  /** Access to the work in this database. */
  public static Work workOn(DataSource database, Clock clock) {
    return new JdbcWork(
        JdbcClient.create(database),
        lifecycleOn(database, clock),
        new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5)));
  }

  /** The check of this database for rows that nothing moves. */
  public static JdbcStranded strandedOn(DataSource database, Clock clock) {
    return new JdbcStranded(JdbcClient.create(database), lifecycleOn(database, clock));
  }

  /** COPY access to this database. */
  public static BulkRows bulkRowsOn(DataSource database) {
    return new JdbcBulkRows(database);
  }

  /** The lock for stops in this database. */
  public static StopsLock stopsLockOn(DataSource database) {
    return new JdbcStopsLock(JdbcClient.create(database));
  }

  /** The queueing of work in this database that waits for a checkpoint. */
  public static JdbcAwaited awaitedOn(DataSource database) {
    return new JdbcAwaited(
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        JdbcClient.create(database),
        new WorkSignal());
  }

  /** The exception of a step whose entity is no longer in an expected state. */
  public static UnexpectedState overtaken() {
    return new UnexpectedState(Entity.FILE, "A_T_20261124_0001", "RECEIVED", "ANSWERED");
  }
}
