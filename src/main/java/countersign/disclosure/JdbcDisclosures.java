package countersign.disclosure;

import countersign.approval.ApprovalAssociatedData;
import countersign.crypto.Sha256;
import countersign.intake.KeptRequest;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.statement.RequestInContext;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the rows behind {@link Disclosures}. */
final class JdbcDisclosures {
  private static final String SELECT =
      """
      select status.id, status.number, draft.sha256, draft.item_sealed, draft.generation, request.body_sealed,
        file.partner, file.agency, file.agreement, file.requester, file.received_at, file.rule_set
      from request_status status
        join request on request.file_id = status.file_id and request.number = status.number
        join file on file.id = status.file_id
        join draft on draft.id = status.id
      """;
  private static final String ASKED =
      """
      select status.id, status.number, request.body_sealed,
        file.partner, file.agency, file.agreement, file.requester, file.received_at, file.rule_set
      from request_status status
        join request on request.file_id = status.file_id and request.number = status.number
        join file on file.id = status.file_id
      where status.file_id = :file and status.id = any(:ids)
      """;
  private static final String CANDIDATES =
      SELECT
          + """
          where status.group_id = :group and status.state = 'COUNTERSIGNED'
          order by status.number for update of status
          """;

  private final JdbcClient jdbc;
  private final Vault vault;

  JdbcDisclosures(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** A request in state COUNTERSIGNED with its draft; nothing else is known about it yet. */
  record Row(
      RequestKey key,
      int number,
      RequestInContext asked,
      String bodySha256,
      int generation,
      byte[] item) {
    String sha256() {
      return Sha256.hex(item);
    }
  }

  /** The requests of a group in state COUNTERSIGNED, locked. */
  List<Row> candidates(GroupId groupId) {
    Ciphers ciphers = ciphers(groupId.file());
    return jdbc.sql(CANDIDATES)
        .param("group", groupId.toString())
        .query((row, number) -> candidate(ciphers, row))
        .list();
  }

  /** These requests of one file with their drafts, in any state. */
  List<Row> released(FileId file, Collection<RequestKey> keys) {
    Ciphers ciphers = ciphers(file);
    return jdbc.sql(SELECT + "where status.id = any(:ids) order by status.number")
        .param("ids", keys.stream().map(RequestKey::toString).toArray(String[]::new))
        .query((row, number) -> candidate(ciphers, row))
        .list();
  }

  /** These requests of one file, with or without drafts, in whatever state they are. */
  List<RequestInContext> asked(FileId file, Collection<RequestKey> keys) {
    DataCipher cipher = vault.file(file.value());
    return jdbc.sql(ASKED)
        .param("file", file.value())
        .param("ids", keys.stream().map(RequestKey::toString).toArray(String[]::new))
        .query((row, number) -> asked(cipher, RequestKey.parse(row.getString("id")), row))
        .list();
  }

  /** The accounts that are disabled, with the time since when. */
  Map<String, Instant> disabledAccounts() {
    Map<String, Instant> disabled = new HashMap<>();
    jdbc.sql("select account, disabled_at from account where disabled_at is not null")
        .query(
            (ResultSet row) -> {
              disabled.put(row.getString("account"), row.getTimestamp("disabled_at").toInstant());
            });
    return disabled;
  }

  /** The ciphers of a file, created once for a group. */
  private record Ciphers(String file, DataCipher request, DataCipher draft) {}

  private Ciphers ciphers(FileId id) {
    String file = id.value();
    return new Ciphers(file, vault.file(file), vault.draft(file));
  }

  private static Row candidate(Ciphers ciphers, ResultSet row) throws SQLException {
    RequestKey key = RequestKey.parse(row.getString("id"));
    byte[] item =
        ciphers.draft().open(row.getBytes("item_sealed"), ApprovalAssociatedData.item(key));
    if (!Arrays.equals(Sha256.of(item), row.getBytes("sha256"))) {
      throw new IllegalStateException(
          "%s  Request %s: the stored draft does not match its stored hash. Nothing of its group is released. A program or person changed the table."
              .formatted(ReasonCode.D406_MANIFEST_CHANGED, key));
    }
    return new Row(
        key,
        row.getInt("number"),
        asked(ciphers.request(), key, row),
        Sha256.hex(row.getBytes("body_sealed")),
        row.getInt("generation"),
        item);
  }

  private static RequestInContext asked(DataCipher cipher, RequestKey key, ResultSet row)
      throws SQLException {
    String agreement = row.getString("agreement");
    return new RequestInContext(
        KeptRequest.open(cipher, key.file(), row.getInt("number"), row.getBytes("body_sealed")),
        row.getString("partner"),
        row.getString("agency"),
        agreement == null ? "" : agreement,
        row.getString("requester"),
        List.of(),
        row.getTimestamp("received_at").toInstant(),
        row.getString("rule_set"));
  }
}
