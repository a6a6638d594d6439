package countersign.journal;

import countersign.ledger.EventRef;
import java.sql.Timestamp;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code reconstructed}. Writes run in the caller's transaction. */
final class JdbcReconstruction {
  private final JdbcClient jdbc;

  JdbcReconstruction(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether the upload of this response was taken from a journal. */
  boolean exists(String responseId) {
    return jdbc.sql("select exists (select from reconstructed where id = ?)")
        .param(responseId)
        .query(Boolean.class)
        .single();
  }

  void insert(JournalLine line, Upload upload, EventRef event) {
    jdbc.sql(
            "insert into reconstructed (id, sealed_sha256, uploaded_at, event) values (?, ?, ?, ?)")
        .params(
            upload.id().toString(),
            HexFormat.of().parseHex(upload.sha256()),
            Timestamp.from(line.at()),
            event.id())
        .update();
  }
}
