package countersign.reviewdesk;

import countersign.approval.Approval;
import countersign.request.FileId;
import countersign.request.RequestKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code control_case} and {@code control_decision}. */
final class JdbcControlCases {
  private static final String SELECT =
      """
      select c.id, c.like_id, c.flaw, c.request_sealed, c.item_sealed, c.evidence_sealed, c.sha256, c.drafted_at, f.partner,
        g.answer_by, g.finished
      from control_case c join file f on f.id = c.file_id join request_group g on g.id = c.group_id
      """;

  private final JdbcClient jdbc;

  JdbcControlCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ControlCase> find(RequestKey key) {
    return cases(SELECT + "where c.id = ?", key.toString()).stream().findFirst();
  }

  /** The newest control cases. */
  List<ControlCase> newest(int most) {
    return cases(SELECT + "order by c.drafted_at desc, c.id limit ?", most);
  }

  /** The control cases of these files. */
  List<ControlCase> of(Collection<FileId> files) {
    return cases(
        SELECT + "where c.file_id = any(?) order by c.file_id, c.request_id",
        files.stream().map(FileId::value).toArray(String[]::new));
  }

  /** The control cases that still wait for a decision. */
  List<ControlCase> open(Instant now) {
    return cases(
        SELECT
            + """
            where not g.finished and coalesce(g.answer_by > ?, true) and not exists (
              select from control_decision d where d.id = c.id and d.step in ('COUNTERSIGN', 'DECLINE'))
            """,
        Timestamp.from(now));
  }

  private List<ControlCase> cases(String sql, Object parameter) {
    List<ControlCase> found = jdbc.sql(sql).param(parameter).query(JdbcControlCases::row).list();
    if (found.isEmpty()) {
      return found;
    }
    Map<String, List<ControlCase.Decided>> decisions =
        decisions(found.stream().map(one -> one.key().toString()).toList());
    return found.stream()
        .map(one -> with(one, decisions.getOrDefault(one.key().toString(), List.of())))
        .toList();
  }

  private Map<String, List<ControlCase.Decided>> decisions(Collection<String> ids) {
    return jdbc
        .sql(
            "select id, step, account, reason_sealed, at, lapses_at, statement, signature, key_id from control_decision where id = any(?) order by number")
        .param(ids.toArray(String[]::new))
        .query((row, number) -> Map.entry(row.getString("id"), decided(row)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Lets one transaction at a time decide a control case. */
  void lock(RequestKey key) {
    jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended('control ' || ?, 0)))")
        .param(key.toString())
        .query(Long.class)
        .single();
  }

  void decide(RequestKey key, ControlCase.Decided row) {
    Instant lapses = row.lapsesAt();
    jdbc.sql(
            "insert into control_decision (id, step, account, reason_sealed, at, lapses_at, statement, signature, key_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            java.util.Arrays.asList(
                key.toString(),
                row.step(),
                row.account(),
                row.reasonSealed(),
                Timestamp.from(row.at()),
                lapses == null ? null : Timestamp.from(lapses),
                row.signed().statement(),
                row.signed().signature(),
                row.signed().keyId()))
        .update();
  }

  /** The time of this person's last decision about a control case; empty if there is none. */
  Optional<Instant> lastDecisionOf(String account) {
    return jdbc.sql("select at from control_decision where account = ? order by at desc limit 1")
        .param(account)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /** Stores a control case in the group of the request that it is like; once. */
  void add(ControlCase one, Instant draftedAt) {
    jdbc.sql(
            """
            insert into control_case (id, file_id, request_id, like_id, group_id, flaw, request_sealed, item_sealed, evidence_sealed, sha256, drafted_at)
            select :id, :file, :request, s.id, s.group_id, :flaw, :body, :item, :evidence, :sha256, :at
            from request_status s where s.id = :like and s.group_id is not null
            on conflict (id) do nothing
            """)
        .param("id", one.key().toString())
        .param("file", one.key().file().value())
        .param("request", one.key().requestId())
        .param("flaw", one.flaw().name())
        .param("body", one.sealed().request())
        .param("item", one.sealed().item())
        .param("evidence", one.sealed().evidence())
        .param("sha256", one.sha256())
        .param("at", Timestamp.from(draftedAt))
        .param("like", one.like().toString())
        .update();
  }

  /** The request ids of a file, those of its control cases included. */
  List<String> idsIn(FileId file) {
    return jdbc.sql(
            "select request_id from request where file_id = :file union select request_id from control_case where file_id = :file")
        .param("file", file.value())
        .query(String.class)
        .list();
  }

  private static ControlCase with(ControlCase one, List<ControlCase.Decided> decisions) {
    return new ControlCase(
        one.key(),
        one.like(),
        one.flaw(),
        one.sealed(),
        one.sha256(),
        one.draftedAt(),
        one.partner(),
        one.answerBy(),
        one.groupEnded(),
        List.copyOf(decisions));
  }

  private static ControlCase row(ResultSet row, int number) throws SQLException {
    return new ControlCase(
        RequestKey.parse(row.getString("id")),
        RequestKey.parse(row.getString("like_id")),
        ControlFlaw.valueOf(row.getString("flaw")),
        new ControlCase.Sealed(
            row.getBytes("request_sealed"),
            row.getBytes("item_sealed"),
            row.getBytes("evidence_sealed")),
        row.getBytes("sha256"),
        row.getTimestamp("drafted_at").toInstant(),
        row.getString("partner"),
        instant(row, "answer_by"),
        row.getBoolean("finished"),
        List.of());
  }

  private static ControlCase.Decided decided(ResultSet row) throws SQLException {
    return new ControlCase.Decided(
        row.getString("step"),
        row.getString("account"),
        row.getBytes("reason_sealed"),
        row.getTimestamp("at").toInstant(),
        instant(row, "lapses_at"),
        new Approval.Signature(
            row.getBytes("statement"), row.getBytes("signature"), row.getString("key_id")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
