package countersign.operations;

import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.RequestState;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of files and of their requests by state. Thread-safe. */
final class JdbcFileCounts {
  private final JdbcClient jdbc;

  JdbcFileCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The requests of files by the state that a partner can observe. Counts per group first, because
   * a group is open or closed as a whole, however many requests it has.
   */
  Map<String, Map<ObservableState, Long>> observable(String... files) {
    Map<String, Map<ObservableState, Long>> counts = new HashMap<>();
    jdbc.sql(
            """
            with s as (
              select file_id, group_id, state in ('REFUSED', 'HELD') as early, state, count(*) as n from request_status
              where file_id = any (?) group by file_id, group_id, state),
            g as (
              select group_id, bool_and(state in ('DELIVERED', 'RECALLED', 'ANSWERED_BEFORE')) as finished from s where group_id is not null group by group_id)
            select s.file_id, case when early then s.state when coalesce(finished, s.state = 'ANSWERED_BEFORE') then 'ANSWERED' else 'TAKEN' end as seen, sum(n) as n
            from s left join g on g.group_id = s.group_id group by 1, 2
            """)
        .param(files)
        .query(
            (row, number) ->
                counts
                    .computeIfAbsent(
                        row.getString("file_id"), id -> new EnumMap<>(ObservableState.class))
                    .put(ObservableState.valueOf(row.getString("seen")), row.getLong("n")))
        .list();
    return counts;
  }

  /** The requests of files by their own state. */
  Map<FileId, Map<RequestState, Long>> exact(Collection<FileId> files) {
    Map<FileId, Map<RequestState, Long>> counts = new HashMap<>();
    jdbc.sql(
            "select file_id, state, count(*) as n from request_status where file_id = any (?) group by file_id, state")
        .param(files.stream().map(FileId::value).toArray(String[]::new))
        .query(
            (row, number) ->
                counts
                    .computeIfAbsent(
                        new FileId(row.getString("file_id")),
                        id -> new EnumMap<>(RequestState.class))
                    .put(RequestState.valueOf(row.getString("state")), row.getLong("n")))
        .list();
    return counts;
  }

  /** All files by state, with zero for a state that no file has. */
  Map<FileState, Long> byState() {
    Map<FileState, Long> counts = new EnumMap<>(FileState.class);
    for (FileState state : FileState.values()) {
      counts.put(state, 0L);
    }
    jdbc.sql("select state, count(*) as n from file group by state")
        .query(
            (row, number) ->
                counts.put(FileState.valueOf(row.getString("state")), row.getLong("n")))
        .list();
    return counts;
  }
}
