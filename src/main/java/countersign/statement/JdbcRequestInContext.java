package countersign.statement;

import countersign.intake.JdbcRequestBodies;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads requests and the files they came in, from the rows that intake wrote. */
public final class JdbcRequestInContext {
  private final JdbcClient jdbc;
  private final Vault vault;

  public JdbcRequestInContext(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  public Optional<RequestInContext> find(RequestKey key) {
    return jdbc.sql(
            """
            select status.number, partner, agency, agreement, requester, received_at, rule_set, status.codes
            from request_status status
              join file on file.id = status.file_id
            where status.id = ?
            """)
        .param(key.toString())
        .query((row, number) -> request(key, row))
        .optional();
  }

  /** Id of the agreement that a file names; an empty string if it names none. */
  public String agreement(FileId file) {
    return jdbc.sql("select coalesce(agreement, '') from file where id = ?")
        .param(file.value())
        .query(String.class)
        .single();
  }

  /** Whether a request was rejected with that code before its look-up. */
  public boolean isRefused(RequestKey key, ReasonCode code) {
    return jdbc.sql(
                "select count(*) from request_status where id = ? and state = 'REFUSED' and ? = any(codes)")
            .params(key.toString(), code.name())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Whether a whole file was rejected with that code. */
  public boolean isFileRefused(FileId file, ReasonCode code) {
    return jdbc.sql(
                "select count(*) from file where id = ? and state = 'REFUSED' and ? = any(file_codes)")
            .params(file.value(), code.name())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Locks a request's group until the transaction ends; returns whether its answer is due. */
  public boolean lockIsDue(RequestKey key, Instant now) {
    return jdbc.sql(
            """
            select g.finished or coalesce(g.answer_by <= ?, false) from request_group g
            where g.id = (select group_id from request_status where id = ?) for update
            """)
        .params(Timestamp.from(now), key.toString())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private RequestInContext request(RequestKey key, ResultSet row) throws SQLException {
    DataCipher cipher = vault.file(key.file().value());
    String agreement = row.getString("agreement");
    return new RequestInContext(
        new JdbcRequestBodies(jdbc, cipher, key.file()).request(row.getInt("number")),
        row.getString("partner"),
        row.getString("agency"),
        agreement == null ? "" : agreement,
        row.getString("requester"),
        codes((String[]) row.getArray("codes").getArray()),
        row.getTimestamp("received_at").toInstant(),
        row.getString("rule_set"));
  }

  private static List<ReasonCode> codes(String[] names) {
    return Arrays.stream(names).map(ReasonCode::valueOf).toList();
  }
}
