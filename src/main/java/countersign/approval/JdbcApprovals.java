package countersign.approval;

import countersign.request.RequestKey;
import countersign.request.RequestState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code approval}. Every write runs in the caller's transaction. */
final class JdbcApprovals {
  private static final String SELECT =
      """
      select id, step, account, draft_sha256, reason_sealed, identifies_informant, impairs_investigation,
        at, lapses_at, void
      from approval
      """;
  private final JdbcClient jdbc;

  JdbcApprovals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One decision, with its reason sealed. */
  record StoredDecision(
      RequestKey key,
      String step,
      String account,
      byte[] draftSha256,
      byte[] reasonSealed,
      @Nullable Boolean identifiesInformant,
      @Nullable Boolean impairsInvestigation,
      Instant at,
      @Nullable Instant expiresAt,
      boolean isVoid) {

    String hex() {
      return HexFormat.of().formatHex(draftSha256);
    }

    boolean isBy(Reviewer reviewer) {
      return account.equalsIgnoreCase(reviewer.account());
    }

    boolean hasExpired(Instant now) {
      return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** Whether both questions of 6103(i)(6) were answered no. */
    boolean clearsImpairment() {
      return Boolean.FALSE.equals(identifiesInformant)
          && Boolean.FALSE.equals(impairsInvestigation);
    }
  }

  void insert(StoredDecision row) {
    jdbc.sql(
            """
            insert into approval (id, step, account, draft_sha256, reason_sealed, identifies_informant,
              impairs_investigation, at, lapses_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                row.expiresAt() == null ? null : Timestamp.from(row.expiresAt())))
        .update();
  }

  /** All decisions on a request, oldest first, including void ones. */
  List<StoredDecision> of(RequestKey key) {
    return jdbc.sql(SELECT + "where id = ? order by number")
        .param(key.toString())
        .query(JdbcApprovals::row)
        .list();
  }

  /** The decision of that step that is not void; empty if there is none. */
  Optional<StoredDecision> running(RequestKey key, String step) {
    return jdbc.sql(SELECT + "where id = ? and step = ? and not void")
        .params(key.toString(), step)
        .query(JdbcApprovals::row)
        .optional();
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

  /** Voids the decisions that can expire. */
  void voidAll(RequestKey key) {
    jdbc.sql("update approval set void = true where id = ? and not void and lapses_at is not null")
        .param(key.toString())
        .update();
  }

  /** Voids all decisions. */
  void voidEvery(RequestKey key) {
    jdbc.sql("update approval set void = true where id = ? and not void")
        .param(key.toString())
        .update();
  }

  /** Requests that have at least one expired approval that is not void yet. */
  List<RequestKey> expired(Instant now, int max) {
    return jdbc
        .sql(
            """
            select distinct approval.id from approval join request_status using (id)
            where not void and lapses_at <= ? and state in ('ENDORSED', 'COUNTERSIGNED') limit ?
            """)
        .params(Timestamp.from(now), max)
        .query(String.class)
        .list()
        .stream()
        .map(RequestKey::parse)
        .toList();
  }

  /**
   * Cases in one of the states, oldest first, on which {@code account} can act: the account that
   * endorsed cannot countersign, and the counsel who reconsidered cannot lift.
   */
  List<WorkItem> waiting(List<RequestState> states, String account, int max) {
    return jdbc.sql(
            """
            select status.id, status.state, draft.sha256, draft.drafted_at,
              (select min(lapses_at) from approval where approval.id = status.id and not void) as lapses_at
            from request_status status join draft on draft.id = status.id
            where status.state = any(?) and not exists (
              select from approval where approval.id = status.id and step = 'ENDORSE' and not void and account = ?)
              and (status.state <> 'DECLINED' or exists (
                select from approval where approval.id = status.id and step = 'RECONSIDER' and not void and account <> ?))
            order by draft.drafted_at, status.file_id, status.number limit ?
            """)
        .params(states.stream().map(Enum::name).toArray(String[]::new), account, account, max)
        .query(
            (row, number) ->
                new WorkItem(
                    RequestKey.parse(row.getString("id")),
                    RequestState.valueOf(row.getString("state")),
                    HexFormat.of().formatHex(row.getBytes("sha256")),
                    row.getTimestamp("drafted_at").toInstant(),
                    instant(row, "lapses_at")))
        .list();
  }

  private static StoredDecision row(ResultSet row, int number) throws SQLException {
    return new StoredDecision(
        RequestKey.parse(row.getString("id")),
        row.getString("step"),
        row.getString("account"),
        row.getBytes("draft_sha256"),
        row.getBytes("reason_sealed"),
        row.getObject("identifies_informant", Boolean.class),
        row.getObject("impairs_investigation", Boolean.class),
        row.getTimestamp("at").toInstant(),
        instant(row, "lapses_at"),
        row.getBoolean("void"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
