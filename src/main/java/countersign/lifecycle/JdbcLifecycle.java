package countersign.lifecycle;

import countersign.ledger.Ledger;
import countersign.request.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Lifecycle} on PostgreSQL. Stateless, thread-safe. */
final class JdbcLifecycle implements Lifecycle {
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Clock clock;
  private final WorkSignal signal;
  private final Runnable guard;

  JdbcLifecycle(
      TransactionTemplate transactions,
      JdbcClient jdbc,
      Ledger ledger,
      Clock clock,
      WorkSignal signal) {
    this(transactions, jdbc, ledger, clock, signal, () -> {});
  }

  /**
   * Creates the access to the states.
   *
   * @param guard runs before each change; what it throws prevents the change
   */
  JdbcLifecycle(
      TransactionTemplate transactions,
      JdbcClient jdbc,
      Ledger ledger,
      Clock clock,
      WorkSignal signal,
      Runnable guard) {
    this.guard = guard;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.clock = clock;
    this.signal = signal;
  }

  static JdbcLifecycle on(DataSource database, Clock clock) {
    return new JdbcLifecycle(
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        JdbcClient.create(database),
        Ledger.on(database),
        clock,
        new WorkSignal());
  }

  private Instant timeOf(Actor actor) {
    Instant signed = actor.at();
    return signed == null ? clock.instant() : signed;
  }

  private static void afterCommit(Runnable notice) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            notice.run();
          }
        });
  }

  @Override
  public <T> T change(Actor actor, Function<Change, T> step) {
    guard.run();
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              JdbcChange change = new JdbcChange(jdbc, ledger, actor, timeOf(actor));
              T result = step.apply(change);
              if (change.leavesWork()) {
                afterCommit(signal::ring);
              }
              if (change.decides()) {
                afterCommit(signal::ringDecisions);
              }
              return result;
            }));
  }
}
