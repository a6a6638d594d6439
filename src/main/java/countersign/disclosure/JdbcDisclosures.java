package countersign.disclosure;

import countersign.approval.ApprovalAssociatedData;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.vault.AssociatedData;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the rows behind {@link Disclosures}. */
final class JdbcDisclosures {
  private static final String SELECT =
      """
      select status.id, status.number, draft.sha256, draft.item_sealed, draft.generation, request.body_sealed,
        file.partner, file.agency, file.agreement, file.requester, file.received_at, file.rule_set,
        array(select account from account where disabled_at is not null order by account) as disabled,
        array(select disabled_at from account where disabled_at is not null order by account) as disabled_at
      from request_status status
        join request on request.file_id = status.file_id and request.number = status.number
        join file on file.id = status.file_id
        join draft on draft.id = status.id
      """;
  private static final String ASKED =
      """
      select status.id, status.number, request.body_sealed, file.agency
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
  private static final String OTHERS =
      """
      select status.id, status.number, status.state, no_match.inner_sealed, no.step, no.account, no.reason_sealed, no.at,
        array(select account from approval a where a.id = status.id and a.step <> 'LAPSE' and not exists (
          select from approval later where later.id = a.id and later.number > a.number and (later.step = 'LIFT'
            or (later.step = 'LAPSE' and a.step in ('ENDORSE', 'COUNTERSIGN')))) order by number) as accounts
      from request_status status
        left join no_match on no_match.id = status.id
        left join lateral (
          select * from approval where approval.id = status.id and approval.step = 'DECLINE' and not exists (
            select from approval lift where lift.id = status.id and lift.step = 'LIFT' and lift.number > approval.number)
          order by number desc limit 1) no on true
      where status.group_id = :group
        and status.state not in ('RELEASED', 'DELIVERED', 'RECALLED', 'REFUSED', 'HELD', 'ANSWERED_BEFORE')
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

  /** The requests of a group in state COUNTERSIGNED, locked. */
  Found candidates(GroupId groupId) {
    return found(jdbc.sql(CANDIDATES).param("group", groupId.toString()));
  }

  /** These requests, in any state. */
  Found released(Collection<RequestKey> keys) {
    String released = SELECT + "where status.id = any(:ids) order by status.number";
    return found(jdbc.sql(released).param("ids", names(keys)));
  }

  private static Found found(JdbcClient.StatementSpec statement) {
    Map<String, Instant> disabled = new HashMap<>();
    List<StoredRequest> requests =
        statement
            .query(
                (row, number) -> {
                  if (number == 0) {
                    addDisabled(row, disabled);
                  }
                  return stored(row);
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
   * A sealed request, with or without draft.
   *
   * @param number its position in the file, from 1
   * @param agency the agency of its file
   */
  record Asked(RequestKey key, int number, String agency, byte[] body) {}

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
                    row.getString("agency"),
                    row.getBytes("body_sealed")))
        .list();
  }

  private static String[] names(Collection<RequestKey> keys) {
    return keys.stream().map(RequestKey::toString).toArray(String[]::new);
  }

  /** The requests of a group that are in no response and not in {@code approved}, locked. */
  List<UnapprovedRequest> others(
      GroupId groupId, List<ApprovedDisclosure> approved, RequestOpener opener) {
    Set<String> leaving = new HashSet<>();
    approved.forEach(one -> leaving.add(one.key().toString()));
    return jdbc
        .sql(OTHERS)
        .param("group", groupId.toString())
        .query((row, number) -> undisclosed(opener, row))
        .stream()
        .filter(one -> !leaving.contains(one.key().toString()))
        .toList();
  }

  private static StoredRequest stored(ResultSet row) throws SQLException {
    String agreement = row.getString("agreement");
    return new StoredRequest(
        RequestKey.parse(row.getString("id")),
        row.getInt("number"),
        new StoredRequest.Context(
            row.getString("partner"),
            row.getString("agency"),
            agreement == null ? "" : agreement,
            row.getString("requester"),
            row.getTimestamp("received_at").toInstant(),
            row.getString("rule_set")),
        row.getBytes("body_sealed"),
        new StoredRequest.Draft(
            row.getInt("generation"), row.getBytes("sha256"), row.getBytes("item_sealed")));
  }

  private static UnapprovedRequest undisclosed(RequestOpener opener, ResultSet row)
      throws SQLException {
    RequestKey key = RequestKey.parse(row.getString("id"));
    byte[] internalReason = row.getBytes("inner_sealed");
    byte[] reason = row.getBytes("reason_sealed");
    Optional<String> why = Optional.empty();
    if (internalReason != null) {
      why =
          Optional.of(
              text(
                  opener
                      .drafts()
                      .open(internalReason, ApprovalAssociatedData.internalReason(key))));
    } else if (reason != null) {
      AssociatedData associatedData =
          ApprovalAssociatedData.reason(
              key,
              row.getString("step"),
              row.getString("account"),
              row.getTimestamp("at").toInstant());
      why = Optional.of(text(opener.drafts().open(reason, associatedData)));
    }
    return new UnapprovedRequest(
        key,
        row.getInt("number"),
        RequestState.valueOf(row.getString("state")),
        why.map(kept -> ReasonCode.valueOf(kept.substring(0, kept.indexOf('\n')))).stream()
            .toList(),
        Stream.of((String[]) row.getArray("accounts").getArray()).toList());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
