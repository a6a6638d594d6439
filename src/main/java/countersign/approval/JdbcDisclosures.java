package countersign.approval;

import countersign.intake.KeptRequest;
import countersign.request.GroupId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Sha256;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the rows behind {@link Disclosures}. */
final class JdbcDisclosures {
  private static final String APPROVED =
      """
      select status.id, status.number, draft.sha256, draft.item_sealed, request.body_sealed,
        first.account as endorsed_by, second.account as countersigned_by
      from request_status status
        join request on request.file_id = status.file_id and request.number = status.number
        join draft on draft.id = status.id
        join approval first on first.id = status.id and first.step = 'ENDORSE' and not first.void
        join approval second on second.id = status.id and second.step = 'COUNTERSIGN' and not second.void
      where status.group_id = :group and status.state = 'COUNTERSIGNED'
        and lower(first.account) <> lower(second.account)
        and first.draft_sha256 = draft.sha256 and second.draft_sha256 = draft.sha256
        and first.lapses_at > :now and second.lapses_at > :now
        and first.identifies_informant = false and first.impairs_investigation = false
        and second.identifies_informant = false and second.impairs_investigation = false
      order by status.number for update of status
      """;
  private static final String OTHERS =
      """
      select status.id, status.number, status.state, no_match.inner_sealed, no.step, no.account, no.reason_sealed, no.at,
        array(select account from approval where approval.id = status.id and not void order by number) as accounts
      from request_status status
        left join no_match on no_match.id = status.id
        left join approval no on no.id = status.id and no.step = 'DECLINE' and not no.void
      where status.group_id = :group
        and status.state not in ('RELEASED', 'DELIVERED', 'RECALLED', 'REFUSED', 'HELD')
      order by status.number for update of status
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  JdbcDisclosures(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  List<ApprovedDisclosure> approved(GroupId groupId, Instant now) {
    Ciphers ciphers = ciphers(groupId);
    return jdbc.sql(APPROVED)
        .param("group", groupId.toString())
        .param("now", java.sql.Timestamp.from(now))
        .query((row, number) -> disclosure(ciphers, row))
        .list();
  }

  List<Undisclosed> others(GroupId groupId, List<ApprovedDisclosure> approved) {
    Set<String> leaving = new HashSet<>();
    approved.forEach(one -> leaving.add(one.key().toString()));
    Ciphers ciphers = ciphers(groupId);
    return jdbc
        .sql(OTHERS)
        .param("group", groupId.toString())
        .query((row, number) -> undisclosed(ciphers, row))
        .stream()
        .filter(one -> !leaving.contains(one.key().toString()))
        .toList();
  }

  /** The ciphers of a file, created once for a group. */
  private record Ciphers(String file, DataCipher request, DataCipher draft) {}

  private Ciphers ciphers(GroupId groupId) {
    String file = groupId.file().value();
    return new Ciphers(file, vault.file(file), vault.draft(file));
  }

  private static ApprovedDisclosure disclosure(Ciphers ciphers, ResultSet row) throws SQLException {
    RequestKey key = RequestKey.parse(row.getString("id"));
    byte[] item =
        ciphers.draft().open(row.getBytes("item_sealed"), ApprovalAssociatedData.item(key));
    if (!Arrays.equals(Sha256.of(item), row.getBytes("sha256"))) {
      throw new IllegalStateException(
          "%s  Request %s: the stored draft does not match the hash that two people approved. Nothing of its group is released. A program or person changed the table."
              .formatted(ReasonCode.D406_MANIFEST_CHANGED, key));
    }
    int number = row.getInt("number");
    return new SignedDisclosure(
        key,
        number,
        KeptRequest.open(ciphers.request(), key.file(), number, row.getBytes("body_sealed")),
        item,
        Sha256.hex(item),
        row.getString("endorsed_by"),
        row.getString("countersigned_by"));
  }

  private static Undisclosed undisclosed(Ciphers ciphers, ResultSet row) throws SQLException {
    RequestKey key = RequestKey.parse(row.getString("id"));
    byte[] internalReason = row.getBytes("inner_sealed");
    byte[] reason = row.getBytes("reason_sealed");
    Optional<String> why = Optional.empty();
    if (internalReason != null) {
      why =
          Optional.of(
              text(
                  ciphers
                      .draft()
                      .open(internalReason, ApprovalAssociatedData.internalReason(key))));
    } else if (reason != null) {
      AssociatedData associatedData =
          ApprovalAssociatedData.reason(
              key,
              row.getString("step"),
              row.getString("account"),
              row.getTimestamp("at").toInstant());
      why = Optional.of(text(ciphers.draft().open(reason, associatedData)));
    }
    return new Undisclosed(
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
