package countersign.accounting;

import countersign.request.Sha256;
import countersign.vault.Box;
import countersign.vault.Place;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** Rows of {@code accounting_entry}, and COPY in the caller's transaction. */
final class JdbcAccounting implements BulkRows {
  static final int COLUMN_COUNT = 8;
  private static final String COLUMNS =
      "kind, file_id, request_id, response_id, agency, at, entry_sealed, digest";
  private static final String COPY =
      "copy accounting_entry (" + COLUMNS + ") from stdin (format binary)";

  private final DataSource dataSource;
  private final JdbcClient jdbc;

  JdbcAccounting(DataSource dataSource, JdbcClient jdbc) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
  }

  /** One row before it is sealed. */
  record Row(
      Entry.Kind kind,
      String fileId,
      @Nullable String requestId,
      @Nullable String responseId,
      String agency,
      Instant at,
      Draft draft) {}

  void insert(List<Row> rows, Box box) {
    CopyRows copy = new CopyRows();
    for (Row row : rows) {
      copy.row(COLUMN_COUNT)
          .text(row.kind().name())
          .text(row.fileId())
          .text(row.requestId())
          .text(row.responseId())
          .text(row.agency())
          .instant(row.at())
          .bytes(row.draft().seal(box))
          .bytes(row.draft().digest());
    }
    copyEntries(copy.finish());
  }

  void copyEntries(byte[] block) {
    copy(COPY, block);
  }

  @Override
  public void copy(String sql, byte[] block) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
      try {
        copy.writeToCopy(block, 0, block.length);
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new SQLExceptionSubclassTranslator().translate("copy", null, e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  List<Entry> entries(String fileId, BiFunction<String, Instant, Box> boxes) {
    return jdbc.sql(
            "select number, "
                + COLUMNS
                + " from accounting_entry where file_id = ? order by number")
        .param(fileId)
        .query((row, index) -> entry(row, boxes))
        .list();
  }

  private static Entry entry(ResultSet row, BiFunction<String, Instant, Box> boxes)
      throws SQLException {
    Instant at = row.getTimestamp("at").toInstant();
    String file = row.getString("file_id");
    String request = row.getString("request_id");
    String response = row.getString("response_id");
    Entry.Kind kind = Entry.Kind.valueOf(row.getString("kind"));
    Place place = Draft.place(kind, file, request, response);
    byte[] json =
        boxes.apply(row.getString("agency"), at).open(row.getBytes("entry_sealed"), place);
    byte[] digest = row.getBytes("digest");
    return new Entry(
        row.getLong("number"),
        kind,
        file,
        request,
        response,
        row.getString("agency"),
        at,
        new String(json, StandardCharsets.UTF_8),
        HexFormat.of().formatHex(digest),
        Arrays.equals(digest, Sha256.of(json)));
  }
}
