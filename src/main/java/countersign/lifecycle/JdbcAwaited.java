package countersign.lifecycle;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Queues work once a published checkpoint covers the ledger event that the work waits for. The wait
 * is a row in table {@code awaited} and occupies no thread.
 */
public final class JdbcAwaited {
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final WorkSignal signal;

  JdbcAwaited(TransactionTemplate transactions, JdbcClient jdbc, WorkSignal signal) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.signal = signal;
  }

  /**
   * Queues the work whose events the newest checkpoint covers.
   *
   * @return number of work rows inserted
   */
  public int queueCovered() {
    int queued =
        Objects.requireNonNull(
            transactions.execute(
                status ->
                    jdbc.sql(
                            """
                            with covered as (
                              delete from awaited using leaf
                              where leaf.event_id = awaited.event_id
                                and leaf.index < (select max(size) from checkpoint)
                              returning awaited.stage, awaited.id)
                            insert into work (stage, id) select stage, id from covered on conflict do nothing
                            """)
                        .update()));
    if (queued > 0) {
      signal.ring();
    }
    return queued;
  }
}
