package countersign.approval;

import countersign.authority.Enrolment;
import countersign.crypto.Sha256;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.statement.Reviewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code approval}. Every write runs in the caller's transaction. */
public final class JdbcApprovals {
  private static final String SELECT =
      """
      select approval.number, approval.id, step, account, draft_sha256, reason_sealed, identifies_informant,
        impairs_investigation, at, lapses_at, statement, signature, key_id
      from approval
      """;

  /**
   * True for a decision of {@code a} that no later row ends; as {@link DecisionHistory} decides.
   */
  private static final String IN_FORCE =
      """
      not exists (select from approval later where later.id = a.id and later.number > a.number
        and (later.step = 'LIFT' or (later.step = 'LAPSE' and a.step in ('ENDORSE', 'COUNTERSIGN'))))
      """;

  /** Cases that wait for a person, the earliest due first. */
  private static final String WAITING =
      """
      select status.id, status.state, draft.sha256, draft.drafted_at, file.partner, due.answer_by, lapse.lapses_at,
        (select account from approval a where a.id = status.id and step = 'ENDORSE' and %1$s limit 1) as endorser
      from request_status status join draft on draft.id = status.id join file on file.id = status.file_id
        left join request_group due on due.id = status.group_id
        cross join lateral (select min(a.lapses_at) as lapses_at from approval a where a.id = status.id and %1$s) lapse
      where status.state = any(:states) and not exists (
        select from approval a where a.id = status.id and step = 'ENDORSE' and account = :account and %1$s)
        and (status.state <> 'DECLINED' or exists (
          select from approval a where a.id = status.id and step = 'RECONSIDER' and account <> :account and %1$s))
        and (cast(:agency as text) is null or upper(split_part(file.id, '_', 1)) = upper(:agency))
        and (cast(:dueBy as timestamptz) is null or least(due.answer_by, lapse.lapses_at) <= :dueBy)
        and (cast(:key as text) is null or status.id = :key)
      order by least(due.answer_by, lapse.lapses_at), draft.drafted_at, status.file_id, status.number limit :max
      """
          .formatted(IN_FORCE);

  private final JdbcClient jdbc;

  public JdbcApprovals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The statement of a decision and its signature.
   *
   * @param keyId the id of the signer's key, hexadecimal
   */
  public record Signed(byte[] statement, byte[] signature, String keyId) {
    /** SHA-256 of the statement, hexadecimal. */
    public String hash() {
      return Sha256.hex(statement);
    }

    Enrolment.Kind kind() {
      return Enrolment.Kind.ofSignature(signature);
    }
  }

  /**
   * One decision, with its reason sealed.
   *
   * @param number its place in the order of all decisions; 0 if it is not stored yet
   * @param signed null if the gateway made it, or if it is older than signed decisions
   */
  public record StoredDecision(
      long number,
      RequestKey key,
      String step,
      String account,
      byte[] draftSha256,
      byte[] reasonSealed,
      @Nullable Boolean identifiesInformant,
      @Nullable Boolean impairsInvestigation,
      Instant at,
      @Nullable Instant expiresAt,
      @Nullable Signed signed) {

    String hex() {
      return HexFormat.of().formatHex(draftSha256);
    }

    boolean isBy(Reviewer reviewer) {
      return account.equalsIgnoreCase(reviewer.account());
    }

    boolean hasExpired(Instant now) {
      return expiresAt != null && !expiresAt.isAfter(now);
    }
  }

  public void insert(StoredDecision row) {
    jdbc.sql(
            """
            insert into approval (id, step, account, draft_sha256, reason_sealed, identifies_informant,
              impairs_investigation, at, lapses_at, statement, signature, key_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                row.key().toString(),
                row.step(),
                row.account(),
                row.draftSha256(),
                row.reasonSealed(),
                row.identifiesInformant(),
                row.impairsInvestigation(),
                Timestamp.from(row.at()),
                row.expiresAt() == null ? null : Timestamp.from(row.expiresAt()),
                row.signed() == null ? null : row.signed().statement(),
                row.signed() == null ? null : row.signed().signature(),
                row.signed() == null ? null : row.signed().keyId()))
        .update();
  }

  /** All decisions on a request, oldest first, including those that no longer count. */
  List<StoredDecision> of(RequestKey key) {
    return jdbc.sql(SELECT + "where id = ? order by number")
        .param(key.toString())
        .query(JdbcApprovals::row)
        .list();
  }

  /** All decisions on each of these requests, oldest first. */
  public Map<RequestKey, List<StoredDecision>> ofAll(Collection<RequestKey> keys) {
    return jdbc
        .sql(SELECT + "where id = any(?) order by number")
        .param(keys.stream().map(RequestKey::toString).toArray(String[]::new))
        .query(JdbcApprovals::row)
        .list()
        .stream()
        .collect(Collectors.groupingBy(StoredDecision::key));
  }

  /** The newest decision of that step that no later one ends; empty if there is none. */
  Optional<StoredDecision> running(RequestKey key, String step) {
    return new DecisionHistory(of(key)).running(step);
  }

  /**
   * The time of the account's last decision. An advisory lock lets one transaction at a time ask
   * this about an account.
   */
  Optional<Instant> lastDecisionOf(String account) {
    jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended('reviewer ' || ?, 0)))")
        .param(account)
        .query(Long.class)
        .single();
    return jdbc.sql("select at from approval where account = ? order by at desc limit 1")
        .param(account)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /** Ends the approvals of a request. */
  void lapse(RequestKey key, Instant at) {
    jdbc.sql(
            """
            insert into approval (id, step, account, draft_sha256, reason_sealed, at)
            select id, 'LAPSE', 'gateway', sha256, ''::bytea, ? from draft where id = ?
            """)
        .params(Timestamp.from(at), key.toString())
        .update();
  }

  /** Requests that have at least one expired approval that counted until then. */
  List<RequestKey> expired(Instant now, int max) {
    return jdbc
        .sql(
            """
            select distinct a.id from approval a join request_status using (id)
            where lapses_at <= ? and state in ('ENDORSED', 'COUNTERSIGNED') and %s limit ?
            """
                .formatted(IN_FORCE))
        .params(Timestamp.from(now), max)
        .query(String.class)
        .list()
        .stream()
        .map(RequestKey::parse)
        .toList();
  }

  /**
   * Cases in one of the states, the earliest due first, on which {@code account} can act: the
   * account that endorsed cannot countersign, and the counsel who reconsidered cannot lift.
   */
  List<WorkItem> waiting(
      List<RequestState> states, String account, WorkItem.Filter filter, int max) {
    Instant dueBy = filter.dueBy();
    return jdbc.sql(WAITING)
        .param("states", states.stream().map(Enum::name).toArray(String[]::new))
        .param("account", account)
        .param("agency", filter.agency())
        .param("dueBy", dueBy == null ? null : Timestamp.from(dueBy))
        .param("key", filter.key() == null ? null : filter.key().toString())
        .param("max", max)
        .query(
            (row, number) ->
                new WorkItem(
                    RequestKey.parse(row.getString("id")),
                    RequestState.valueOf(row.getString("state")),
                    HexFormat.of().formatHex(row.getBytes("sha256")),
                    row.getTimestamp("drafted_at").toInstant(),
                    instant(row, "lapses_at"),
                    row.getString("partner"),
                    instant(row, "answer_by"),
                    row.getString("endorser")))
        .list();
  }

  private static StoredDecision row(ResultSet row, int number) throws SQLException {
    byte[] statement = row.getBytes("statement");
    byte[] signature = row.getBytes("signature");
    String keyId = row.getString("key_id");
    return new StoredDecision(
        row.getLong("number"),
        RequestKey.parse(row.getString("id")),
        row.getString("step"),
        row.getString("account"),
        row.getBytes("draft_sha256"),
        row.getBytes("reason_sealed"),
        row.getObject("identifies_informant", Boolean.class),
        row.getObject("impairs_investigation", Boolean.class),
        row.getTimestamp("at").toInstant(),
        instant(row, "lapses_at"),
        statement == null || signature == null || keyId == null
            ? null
            : new Signed(statement, signature, keyId));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
