package countersign.disclosure;

import countersign.approval.ApprovalAssociatedData;
import countersign.approval.JdbcDrafts;
import countersign.crypto.Sha256;
import countersign.intake.JdbcRequestBodies;
import countersign.intake.KeptRequest;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.statement.RequestInContext;
import countersign.vault.AssociatedData;
import countersign.vault.DataCipher;
import countersign.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
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

  List<UnapprovedRequest> others(GroupId groupId, List<ApprovedDisclosure> approved) {
    Set<String> leaving = new HashSet<>();
    approved.forEach(one -> leaving.add(one.key().toString()));
    Ciphers ciphers = ciphers(groupId.file());
    return jdbc
        .sql(OTHERS)
        .param("group", groupId.toString())
        .query((row, number) -> undisclosed(ciphers, row))
        .stream()
        .filter(one -> !leaving.contains(one.key().toString()))
        .toList();
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

  private static UnapprovedRequest undisclosed(Ciphers ciphers, ResultSet row) throws SQLException {
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
