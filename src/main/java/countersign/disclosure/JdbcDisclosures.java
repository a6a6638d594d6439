package countersign.disclosure;

import countersign.approval.JdbcDrafts;
import countersign.crypto.Sha256;
import countersign.intake.JdbcRequestBodies;
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
      select status.id, status.number, draft.sha256, draft.generation,
        file.partner, file.agency, file.agreement, file.requester, file.received_at, file.rule_set
      from request_status status
        join file on file.id = status.file_id
        join draft on draft.id = status.id
      """;
  private static final String ASKED =
      """
      select status.id, status.number,
        file.partner, file.agency, file.agreement, file.requester, file.received_at, file.rule_set
      from request_status status
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
    JdbcRequestBodies bodies = new JdbcRequestBodies(jdbc, vault.file(file.value()), file);
    return jdbc.sql(ASKED + "order by status.number")
        .param("file", file.value())
        .param("ids", keys.stream().map(RequestKey::toString).toArray(String[]::new))
        .query((row, number) -> asked(bodies.body(row.getInt("number")), row))
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
  private record Ciphers(JdbcRequestBodies requests, JdbcDrafts.Reader drafts, DataCipher draft) {}

  private Ciphers ciphers(FileId id) {
    String file = id.value();
    DataCipher draft = vault.draft(file);
    return new Ciphers(
        new JdbcRequestBodies(jdbc, vault.file(file), id),
        new JdbcDrafts.Reader(jdbc, draft, id),
        draft);
  }

  private static Row candidate(Ciphers ciphers, ResultSet row) throws SQLException {
    RequestKey key = RequestKey.parse(row.getString("id"));
    byte[] item = ciphers.drafts().of(key).item();
    if (!Arrays.equals(Sha256.of(item), row.getBytes("sha256"))) {
      throw new IllegalStateException(
          "%s  Request %s: the stored draft does not match its stored hash. Nothing of its group is released. A program or person changed the table."
              .formatted(ReasonCode.D406_MANIFEST_CHANGED, key));
    }
    byte[] body = ciphers.requests().body(row.getInt("number"));
    return new Row(
        key,
        row.getInt("number"),
        asked(body, row),
        Sha256.hex(body),
        row.getInt("generation"),
        item);
  }

  private static RequestInContext asked(byte[] body, ResultSet row) throws SQLException {
    String agreement = row.getString("agreement");
    return new RequestInContext(
        KeptRequest.read(body),
        row.getString("partner"),
        row.getString("agency"),
        agreement == null ? "" : agreement,
        row.getString("requester"),
        List.of(),
        row.getTimestamp("received_at").toInstant(),
        row.getString("rule_set"));
  }
}
