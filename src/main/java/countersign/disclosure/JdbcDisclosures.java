package countersign.disclosure;

import countersign.crypto.DigestMemory;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.RequestKey;
import countersign.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
        file.partner, file.agency, file.agreement, file.requester, file.received_at, file.rule_set,
        array(select account from account where disabled_at is not null order by account) as disabled,
        array(select disabled_at from account where disabled_at is not null order by account) as disabled_at
      from request_status status
        join file on file.id = status.file_id
        join draft on draft.id = status.id
      """;
  private static final String ASKED =
      """
      select status.id, status.number, file.agency
      from request_status status
        join file on file.id = status.file_id
      where status.file_id = :file and status.id = any(:ids)
      order by status.number
      """;
  private static final String CANDIDATES =
      SELECT
          + """
            where status.group_id = :group and status.state = 'COUNTERSIGNED'
            order by status.number for update of status
            """;

  private final JdbcClient jdbc;

  JdbcDisclosures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stored requests with their drafts.
   *
   * @param disabled the accounts that are disabled, with the time since when; empty if there are no
   *     requests
   */
  record Found(List<StoredRequest> requests, Map<String, Instant> disabled) {}

  /** Decrypts the requests and drafts of a file. */
  JdbcRequestOpener opener(Vault vault, FileId file, DigestMemory<List<String>> officers) {
    return new JdbcRequestOpener(jdbc, vault, file, officers);
  }

  /** The requests of a group in state COUNTERSIGNED, locked. */
  Found candidates(GroupId groupId, JdbcRequestOpener opener) {
    return found(opener, jdbc.sql(CANDIDATES).param("group", groupId.toString()));
  }

  /** These requests, in any state. */
  Found released(Collection<RequestKey> keys, JdbcRequestOpener opener) {
    String released = SELECT + "where status.id = any(:ids) order by status.number";
    return found(opener, jdbc.sql(released).param("ids", names(keys)));
  }

  private static Found found(JdbcRequestOpener opener, JdbcClient.StatementSpec statement) {
    Map<String, Instant> disabled = new HashMap<>();
    List<StoredRequest> requests =
        statement
            .query(
                (row, number) -> {
                  if (number == 0) {
                    addDisabled(row, disabled);
                  }
                  return stored(opener, row);
                })
            .list();
    return new Found(requests, disabled);
  }

  private static void addDisabled(ResultSet row, Map<String, Instant> disabled)
      throws SQLException {
    String[] accounts = (String[]) row.getArray("disabled").getArray();
    Timestamp[] since = (Timestamp[]) row.getArray("disabled_at").getArray();
    for (int at = 0; at < accounts.length; at++) {
      disabled.put(accounts[at], since[at].toInstant());
    }
  }

  /**
   * A request, with or without draft.
   *
   * @param number its position in the file, from 1
   * @param agency the agency of its file
   */
  record Asked(RequestKey key, int number, String agency) {}

  /** These requests of one file, in whatever state they are. */
  List<Asked> asked(FileId file, Collection<RequestKey> keys) {
    return jdbc.sql(ASKED)
        .param("file", file.value())
        .param("ids", names(keys))
        .query(
            (row, number) ->
                new Asked(
                    RequestKey.parse(row.getString("id")),
                    row.getInt("number"),
                    row.getString("agency")))
        .list();
  }

  private static String[] names(Collection<RequestKey> keys) {
    return keys.stream().map(RequestKey::toString).toArray(String[]::new);
  }

  private static StoredRequest stored(JdbcRequestOpener opener, ResultSet row) throws SQLException {
    RequestKey key = RequestKey.parse(row.getString("id"));
    int number = row.getInt("number");
    String agreement = row.getString("agreement");
    return new StoredRequest(
        key,
        number,
        new StoredRequest.Context(
            row.getString("partner"),
            row.getString("agency"),
            agreement == null ? "" : agreement,
            row.getString("requester"),
            row.getTimestamp("received_at").toInstant(),
            row.getString("rule_set")),
        opener.body(number),
        new StoredRequest.Draft(
            row.getInt("generation"), row.getBytes("sha256"), opener.item(key)));
  }
}
