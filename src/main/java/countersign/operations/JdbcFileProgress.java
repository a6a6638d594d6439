package countersign.operations;

import countersign.lifecycle.WorkQueue;
import countersign.operations.FileStatuses.Waiting;
import countersign.request.AcknowledgementState;
import countersign.request.FileId;
import countersign.request.ResponseState;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the gateway still does for a file, and what it has written about it. Thread-safe. */
final class JdbcFileProgress {
  private final JdbcClient jdbc;

  JdbcFileProgress(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Its acknowledgements, then its responses. */
  List<Outgoing> outgoing(FileId file) {
    return jdbc.sql(
            """
            select id, true as ack, state, answered_at as made, delivered_at, encode(sealed_sha256, 'hex') as sha
            from acknowledgement where file_id = ?
            union all
            select id, false, state, released_at, delivered_at, encode(sealed_sha256, 'hex') from response where file_id = ?
            order by 2 desc, 4, 1
            """)
        .params(file.value(), file.value())
        .query(
            (row, number) ->
                new Outgoing(
                    row.getString("id"),
                    row.getBoolean("ack"),
                    row.getBoolean("ack")
                        ? AcknowledgementState.valueOf(row.getString("state"))
                        : ResponseState.valueOf(row.getString("state")),
                    row.getTimestamp("made").toInstant(),
                    JdbcFileStatuses.instant(row, "delivered_at"),
                    row.getString("sha")))
        .list();
  }

  /** The work on it that waits or is parked, by queue. */
  List<Waiting> waiting(FileId file) {
    return jdbc
        .sql(
            """
            select stage, count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'PARKED') as parked
            from work where (id = ? or starts_with(id, ? || '/') or starts_with(id, ? || '.'))
              and stage in ('read', 'judge', 'acknowledge', 'lookup', 'seal', 'deliver')
            group by stage
            """)
        .params(file.value(), file.value(), file.value())
        .query(
            (row, number) ->
                new Waiting(
                    WorkQueue.of(row.getString("stage")),
                    row.getLong("waiting"),
                    row.getLong("parked")))
        .list()
        .stream()
        .sorted(Comparator.comparing(Waiting::queue))
        .toList();
  }
}
