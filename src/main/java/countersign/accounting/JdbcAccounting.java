package countersign.accounting;

import countersign.crypto.Sha256;
import countersign.lifecycle.BulkRows;
import countersign.lifecycle.CopyRows;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import countersign.vault.SealedBlock;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of {@code accounting_entry} and {@code accounting_block}. Every write runs in the caller's
 * transaction.
 */
final class JdbcAccounting {
  static final int COLUMN_COUNT = 8;
  private static final String COLUMNS =
      "kind, file_id, request_id, response_id, agency, at, entry_sealed, digest";
  static final int BLOCK_COLUMN_COUNT = 6;
  static final int DIGEST_BYTES = 32;
  static final String COPY_BLOCK =
      "copy accounting_block (file_id, first, agency, at, entries_sealed, digests) from stdin (format binary)";
  static final String COPY = "copy accounting_entry (" + COLUMNS + ") from stdin (format binary)";

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
        COPY, copy.finish(), rows.stream().map(row -> row.entry().digest()).toList());
  }

  void copy(SealedEntries entries) {
    bulk.copy(entries.statement(), entries.rows());
  }

  /** The entries in blocks were written before the others, when the file was read. */
  List<AccountingEntry> entries(String fileId, BiFunction<String, Instant, DataCipher> ciphers) {
    List<List<AccountingEntry>> blocks =
        jdbc.sql(
                "select file_id, first, agency, at, entries_sealed, digests from accounting_block where file_id = ? order by first")
            .param(fileId)
            .query((row, index) -> block(row, ciphers))
            .list();
    List<AccountingEntry> all = new ArrayList<>();
    blocks.forEach(all::addAll);
    all.addAll(single(fileId, ciphers));
    return all;
  }

  private static List<AccountingEntry> block(
      ResultSet row, BiFunction<String, Instant, DataCipher> ciphers) throws SQLException {
    String file = row.getString("file_id");
    int first = row.getInt("first");
    String agency = row.getString("agency");
    Instant at = row.getTimestamp("at").toInstant();
    byte[] digests = row.getBytes("digests");
    List<byte[]> entries =
        SealedBlock.open(
            ciphers.apply(agency, at),
            row.getBytes("entries_sealed"),
            EntryBatch.associatedData(file, first));
    List<AccountingEntry> all = new ArrayList<>();
    for (byte[] json : entries) {
      int from = all.size() * DIGEST_BYTES;
      byte[] digest = Arrays.copyOfRange(digests, from, from + DIGEST_BYTES);
      all.add(requested(first + all.size(), file, agency, at, json, digest));
    }
    return all;
  }

  private static AccountingEntry requested(
      int number, String file, String agency, Instant at, byte[] json, byte[] digest) {
    String text = new String(json, StandardCharsets.UTF_8);
    return new AccountingEntry(
        number,
        AccountingEntry.EntryType.REQUEST,
        file,
        EntryBatch.requestId(text),
        null,
        agency,
        at,
        text,
        HexFormat.of().formatHex(digest),
        Arrays.equals(digest, Sha256.of(json)));
  }

  private List<AccountingEntry> single(
      String fileId, BiFunction<String, Instant, DataCipher> ciphers) {
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
