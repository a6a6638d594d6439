package countersign.operations;

import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Counts the work of each queue, for commands. Stateless. */
public final class JdbcQueueCounts {
  private JdbcQueueCounts() {}

  /**
   * The work of one queue.
   *
   * @param waiting units that wait
   * @param parked units that wait for an operator
   */
  public record Counted(long waiting, long parked) {}

  /** The counts of the queues that have work, by the queue's name. */
  public static Map<String, Counted> of(Connection connection) {
    Map<String, Counted> found = new TreeMap<>();
    JdbcClient.create(new SingleConnectionDataSource(connection, true))
        .sql(
            """
            select stage, count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'PARKED') as parked
            from work group by stage
            """)
        .query(
            (row, number) ->
                found.put(
                    row.getString("stage"),
                    new Counted(row.getLong("waiting"), row.getLong("parked"))))
        .list();
    return found;
  }
}
