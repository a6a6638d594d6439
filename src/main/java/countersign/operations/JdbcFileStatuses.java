package countersign.operations;

import countersign.request.FileId;
import countersign.request.FileState;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** {@link FileStatuses} on the exchange's tables; reads no encrypted column. Thread-safe. */
public final class JdbcFileStatuses implements FileStatuses {
  private static final String COLUMNS =
      """
      select id, partner, state, size_bytes, requests, file_codes, received_at, judged_at, acknowledged_at, moved_at, answered_at
      from file
      """;

  /** A group is open as long as one of its requests is not delivered. */
  private static final String SEEN =
      """
      case when s.state in ('REFUSED', 'HELD') then s.state
        when s.state = 'ANSWERED_BEFORE' and s.group_id is null then 'ANSWERED'
        when s.group_id is not null and not exists (
          select from request_status o where o.group_id = s.group_id and o.state not in ('DELIVERED', 'RECALLED', 'ANSWERED_BEFORE')) then 'ANSWERED'
        else 'TAKEN' end
      """;

  private final JdbcClient jdbc;
  private final JdbcFileCounts counts;
  private final JdbcFileProgress progress;

  JdbcFileStatuses(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.counts = new JdbcFileCounts(jdbc);
    this.progress = new JdbcFileProgress(jdbc);
  }

  /**
   * Reads through {@code connection}, which must not be in a transaction. Sets it to read-only; the
   * caller still has to close it.
   *
   * @throws SQLException if the database does not answer
   */
  public static FileStatuses on(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    return new JdbcFileStatuses(
        JdbcClient.create(new SingleConnectionDataSource(connection, true)));
  }

  @Override
  public List<FileStatus> list(@Nullable FileState state, int max) {
    String pattern = state == null ? "%" : state.name();
    List<UncountedFile> rows =
        jdbc.sql(COLUMNS + " where state like ? order by received_at desc, id limit ?")
            .params(pattern, max)
            .query(JdbcFileStatuses::row)
            .list();
    Map<String, Map<ObservableState, Long>> found =
        counts.observable(rows.stream().map(row -> row.id().value()).toArray(String[]::new));
    return rows.stream()
        .map(row -> row.with(found.getOrDefault(row.id().value(), Map.of())))
        .toList();
  }

  @Override
  public Optional<FileStatus> byId(FileId id) {
    return jdbc.sql(COLUMNS + " where id = ?")
        .param(id.value())
        .query(JdbcFileStatuses::row)
        .optional()
        .map(row -> row.with(counts.observable(id.value()).getOrDefault(id.value(), Map.of())));
  }

  @Override
  public Map<FileState, Long> byState() {
    return counts.byState();
  }

  @Override
  public Map<FileId, Map<RequestState, Long>> exactCounts(Collection<FileId> files) {
    return counts.exact(files);
  }

  @Override
  public Optional<String> ruleSet(FileId id) {
    return jdbc.sql("select rule_set from file where id = ? and rule_set is not null")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  @Override
  public Optional<String> agreement(FileId id) {
    return jdbc.sql("select agreement from file where id = ? and agreement is not null")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  @Override
  public Optional<List<String>> rulesApplied(FileId id) {
    return jdbc.sql("select rules_applied from file where id = ? and rules_applied is not null")
        .param(id.value())
        .query((row, number) -> List.of((String[]) row.getArray(1).getArray()))
        .optional();
  }

  @Override
  public List<String> conditions(RequestKey key) {
    return jdbc.sql("select unnest(conditions) from request where file_id = ? and request_id = ?")
        .params(key.file().value(), key.requestId())
        .query(String.class)
        .list();
  }

  @Override
  public Optional<RequestStatus> request(RequestKey key) {
    return jdbc.sql(
            "select s.file_id, s.request_id, s.codes, "
                + SEEN
                + " as seen from request_status s where s.id = ?")
        .param(key.toString())
        .query(JdbcFileStatuses::request)
        .optional();
  }

  @Override
  public List<RequestStatus> requests(FileId file, int from, int max) {
    return jdbc.sql(
            "select s.file_id, s.request_id, s.codes, "
                + SEEN
                + " as seen from request_status s where s.file_id = ? and s.number >= ? order by s.number limit ?")
        .params(file.value(), from, max)
        .query(JdbcFileStatuses::request)
        .list();
  }

  @Override
  public List<Outgoing> outgoing(FileId file) {
    return progress.outgoing(file);
  }

  @Override
  public List<Waiting> waiting(FileId file) {
    return progress.waiting(file);
  }

  private static RequestStatus request(ResultSet row, int number) throws SQLException {
    return new RequestStatus(
        new RequestKey(new FileId(row.getString("file_id")), row.getString("request_id")),
        ObservableState.valueOf(row.getString("seen")),
        words(row.getArray("codes")));
  }

  private static UncountedFile row(ResultSet row, int number) throws SQLException {
    return new UncountedFile(
        new FileStatus(
            new FileId(row.getString("id")),
            row.getString("partner"),
            FileState.valueOf(row.getString("state")),
            row.getLong("size_bytes"),
            row.getInt("requests"),
            Map.of(),
            words(row.getArray("file_codes")),
            new FileStatus.Times(
                row.getTimestamp("received_at").toInstant(),
                instant(row, "judged_at"),
                instant(row, "acknowledged_at"),
                instant(row, "moved_at"),
                instant(row, "answered_at"))));
  }

  private static List<String> words(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  /** A file before its requests are counted. */
  private record UncountedFile(FileStatus file) {
    FileId id() {
      return file.id();
    }

    FileStatus with(Map<ObservableState, Long> counts) {
      return new FileStatus(
          file.id(),
          file.partner(),
          file.state(),
          file.sizeBytes(),
          file.requests(),
          counts,
          file.codes(),
          file.times());
    }
  }
}
