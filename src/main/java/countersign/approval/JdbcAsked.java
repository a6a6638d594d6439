package countersign.approval;

import countersign.intake.RequestJson;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.vault.Place;
import countersign.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was asked, from the rows that intake wrote. */
final class JdbcAsked {
  private final JdbcClient jdbc;
  private final Vault vault;

  JdbcAsked(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  Optional<Asked> find(RequestKey key) {
    return jdbc.sql(
            """
            select request.number, body_sealed, agency, agreement, requester, received_at, rule_set, status.codes
            from request_status status
              join request on request.file_id = status.file_id and request.number = status.number
              join file on file.id = status.file_id
            where status.id = ?
            """)
        .param(key.toString())
        .query((row, number) -> asked(key, row))
        .optional();
  }

  /** Id of the agreement that a file relies on; empty if it names none. */
  String agreement(FileId file) {
    return jdbc.sql("select coalesce(agreement, '') from file where id = ?")
        .param(file.value())
        .query(String.class)
        .single();
  }

  private Asked asked(RequestKey key, ResultSet row) throws SQLException {
    String file = key.file().value();
    Place place = new Place("request", file + "/" + row.getInt("number"), "body_sealed");
    byte[] body = vault.file(file).open(row.getBytes("body_sealed"), place);
    String agreement = row.getString("agreement");
    return new Asked(
        RequestJson.read(body),
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
