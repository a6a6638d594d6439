package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code draft} and {@code no_match}. Every write runs in the caller's transaction. */
final class JdbcDrafts {
  private static final int BATCH = 500;
  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  JdbcDrafts(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /** A draft with its contents sealed. */
  record StoredDraft(
      RequestKey key,
      byte[] sha256,
      byte[] itemSealed,
      byte[] evidenceSealed,
      Instant draftedAt,
      int generation) {
    /** The number of a request's first draft. */
    static final int FIRST = 1;

    String hex() {
      return HexFormat.of().formatHex(sha256);
    }
  }

  /** The sealed internal reason why a request has no draft. */
  record Inner(RequestKey key, byte[] sealed, Instant at) {}

  /** Locks the requests that are still in state TAKEN and returns their ids. */
  Set<String> lockTaken(Collection<String> ids) {
    return Set.copyOf(
        jdbc.sql(
                "select id from request_status where id = any(?) and state = ? order by id for update")
            .params(ids.toArray(String[]::new), RequestState.TAKEN.name())
            .query(String.class)
            .list());
  }

  void insert(List<StoredDraft> rows) {
    template.batchUpdate(
        "insert into draft (id, sha256, item_sealed, evidence_sealed, drafted_at, generation) values (?, ?, ?, ?, ?, ?)",
        rows,
        BATCH,
        (PreparedStatement statement, StoredDraft row) -> {
          statement.setString(1, row.key().toString());
          statement.setBytes(2, row.sha256());
          statement.setBytes(3, row.itemSealed());
          statement.setBytes(4, row.evidenceSealed());
          statement.setTimestamp(5, Timestamp.from(row.draftedAt()));
          statement.setInt(6, row.generation());
        });
  }

  void insertInner(List<Inner> rows) {
    template.batchUpdate(
        "insert into no_match (id, inner_sealed, matched_at) values (?, ?, ?)",
        rows,
        BATCH,
        (PreparedStatement statement, Inner row) -> {
          statement.setString(1, row.key().toString());
          statement.setBytes(2, row.sealed());
          statement.setTimestamp(3, Timestamp.from(row.at()));
        });
  }

  Optional<StoredDraft> find(RequestKey key) {
    return jdbc.sql(
            "select id, sha256, item_sealed, evidence_sealed, drafted_at, generation from draft where id = ?")
        .param(key.toString())
        .query(JdbcDrafts::row)
        .optional();
  }

  Optional<byte[]> internalReason(RequestKey key) {
    return jdbc.sql("select inner_sealed from no_match where id = ?")
        .param(key.toString())
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  Optional<RequestState> state(RequestKey key) {
    return jdbc.sql("select state from request_status where id = ?")
        .param(key.toString())
        .query(String.class)
        .optional()
        .map(RequestState::valueOf);
  }

  private static StoredDraft row(ResultSet row, int number) throws SQLException {
    return new StoredDraft(
        RequestKey.parse(row.getString("id")),
        row.getBytes("sha256"),
        row.getBytes("item_sealed"),
        row.getBytes("evidence_sealed"),
        row.getTimestamp("drafted_at").toInstant(),
        row.getInt("generation"));
  }
}
