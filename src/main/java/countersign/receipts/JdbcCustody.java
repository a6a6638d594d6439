package countersign.receipts;

import countersign.request.FileId;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code custody}. Writes run in the caller's transaction. */
final class JdbcCustody {
  private final JdbcClient jdbc;

  JdbcCustody(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The response, if it was uploaded and an officer of that agency is among its recipients. During
   * the upload an officer may be faster than the gateway's own record of it.
   */
  Optional<Custody.Sent> sent(String response, String officer, String agency) {
    return jdbc.sql(
            """
            select coalesce(f.agreement, '') as agreement, encode(r.sealed_sha256, 'hex') as sha256, r.review_by
            from response r join file f on f.id = r.file_id
            where r.id = ? and ? = any(r.officers) and f.agency = ? and r.sealed_sha256 is not null
              and r.state in ('UPLOADING', 'DELIVERED', 'DELIVERED_BEFORE', 'RECALLED')
            """)
        .params(response, officer, agency)
        .query(
            (row, number) ->
                new Custody.Sent(
                    response,
                    officer,
                    agency,
                    row.getString("agreement"),
                    row.getString("sha256"),
                    row.getDate("review_by").toLocalDate()))
        .optional();
  }

  void disposed(String id, ReceiptDocument.Kind kind, FileId by, Instant at) {
    jdbc.sql("update custody set disposition = ?, disposed_by = ?, disposed_at = ? where id = ?")
        .params(kind.name(), by.value(), Timestamp.from(at), id)
        .update();
  }

  /** Sets a new day for the disposition; false if one was set before or it was disposed of. */
  boolean prolonged(String id, LocalDate day, FileId by) {
    return jdbc.sql(
                "update custody set review_by = ?, prolonged_by = ? where id = ? and prolonged_by is null and state = 'RECEIVED'")
            .params(Date.valueOf(day), by.value(), id)
            .update()
        == 1;
  }

  /** Records which recall an officer's document answers; the first one stays. */
  void answered(String id, String recall) {
    jdbc.sql("update custody set recall = coalesce(recall, ?) where id = ?")
        .params(recall, id)
        .update();
  }
}
