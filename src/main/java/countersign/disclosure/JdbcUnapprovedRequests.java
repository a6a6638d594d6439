package countersign.disclosure;

import countersign.approval.ApprovalAssociatedData;
import countersign.request.GroupId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the requests of a group that are answered without a disclosure, and why. */
final class JdbcUnapprovedRequests {
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
  private final Vault vault;

  JdbcUnapprovedRequests(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** The requests of a group that are in no response and not in {@code approved}, locked. */
  List<UnapprovedRequest> besides(List<ApprovedDisclosure> approved, GroupId groupId) {
    Set<String> leaving = new HashSet<>();
    approved.forEach(one -> leaving.add(one.key().toString()));
    DataCipher drafts = vault.draft(groupId.file().value());
    return jdbc
        .sql(OTHERS)
        .param("group", groupId.toString())
        .query((row, number) -> undisclosed(drafts, row))
        .stream()
        .filter(one -> !leaving.contains(one.key().toString()))
        .toList();
  }

  private static UnapprovedRequest undisclosed(DataCipher drafts, ResultSet row)
      throws SQLException {
    RequestKey key = RequestKey.parse(row.getString("id"));
    return new UnapprovedRequest(
        key,
        row.getInt("number"),
        RequestState.valueOf(row.getString("state")),
        reason(drafts, key, row)
            .map(kept -> ReasonCode.valueOf(kept.substring(0, kept.indexOf('\n'))))
            .stream()
            .toList(),
        Stream.of((String[]) row.getArray("accounts").getArray()).toList());
  }

  /** Why nothing is disclosed: the code in its first line. */
  private static Optional<String> reason(DataCipher drafts, RequestKey key, ResultSet row)
      throws SQLException {
    byte[] internalReason = row.getBytes("inner_sealed");
    byte[] reason = row.getBytes("reason_sealed");
    if (internalReason != null) {
      return Optional.of(
          text(drafts.open(internalReason, ApprovalAssociatedData.internalReason(key))));
    }
    if (reason == null) {
      return Optional.empty();
    }
    return Optional.of(
        text(
            drafts.open(
                reason,
                ApprovalAssociatedData.reason(
                    key,
                    row.getString("step"),
                    row.getString("account"),
                    row.getTimestamp("at").toInstant()))));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
