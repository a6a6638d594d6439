package countersign.accounting;

import countersign.crypto.Sha256;
import countersign.lifecycle.BulkRows;
import countersign.lifecycle.CopyRows;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code accounting_entry}. Every write runs in the caller's transaction. */
final class JdbcAccounting {
  static final int COLUMN_COUNT = 8;
  private static final String COLUMNS =
      "kind, file_id, request_id, response_id, agency, at, entry_sealed, digest";
  private static final String COPY =
      "copy accounting_entry (" + COLUMNS + ") from stdin (format binary)";

  private final BulkRows bulk;
  private final JdbcClient jdbc;

  JdbcAccounting(BulkRows bulk, JdbcClient jdbc) {
    this.bulk = bulk;
    this.jdbc = jdbc;
  }

  /** One row before it is sealed. */
  record StoredEntry(
      AccountingEntry.EntryType kind,
      String fileId,
      @Nullable String requestId,
      @Nullable String responseId,
      String agency,
      Instant at,
      UnsealedEntry entry) {}

  /** Seals rows, which the caller then writes. */
  static SealedEntries sealed(List<StoredEntry> rows, DataCipher cipher) {
    CopyRows copy = new CopyRows();
    for (StoredEntry row : rows) {
      copy.row(COLUMN_COUNT)
          .text(row.kind().name())
          .text(row.fileId())
          .text(row.requestId())
          .text(row.responseId())
          .text(row.agency())
          .instant(row.at())
          .bytes(row.entry().seal(cipher))
          .bytes(row.entry().digest());
    }
    return new SealedEntries(
        copy.finish(), rows.stream().map(row -> row.entry().digest()).toList());
  }

  void copyEntries(byte[] block) {
    bulk.copy(COPY, block);
  }

  List<AccountingEntry> entries(String fileId, BiFunction<String, Instant, DataCipher> ciphers) {
    return jdbc.sql(
            "select number, "
                + COLUMNS
                + " from accounting_entry where file_id = ? order by number")
        .param(fileId)
        .query((row, index) -> entry(row, ciphers))
        .list();
  }

  private static AccountingEntry entry(
      ResultSet row, BiFunction<String, Instant, DataCipher> ciphers) throws SQLException {
    Instant at = row.getTimestamp("at").toInstant();
    String file = row.getString("file_id");
    String request = row.getString("request_id");
    String response = row.getString("response_id");
    AccountingEntry.EntryType kind = AccountingEntry.EntryType.valueOf(row.getString("kind"));
    AssociatedData associatedData = UnsealedEntry.associatedData(kind, file, request, response);
    byte[] json =
        ciphers
            .apply(row.getString("agency"), at)
            .open(row.getBytes("entry_sealed"), associatedData);
    byte[] digest = row.getBytes("digest");
    return new AccountingEntry(
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
