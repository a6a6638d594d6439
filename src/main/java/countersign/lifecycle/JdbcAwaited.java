package countersign.lifecycle;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts in the work whose events a published checkpoint covers by now. Nobody waits in a thread for
 * the ledger.
 */
public final class JdbcAwaited {
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final WorkSignal bell;

  JdbcAwaited(TransactionTemplate transactions, JdbcClient jdbc, WorkSignal bell) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.bell = bell;
  }

  /**
   * Queues what the newest checkpoint covers.
   *
   * @return how many rows of work were put in
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
      bell.ring();
    }
    return queued;
  }
}
