package countersign.recall;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of {@code recall}, and what the accounting says has left. Writes run in the caller's change.
 */
final class JdbcRecalls {
  private static final String SELECT =
      """
      select r.*, (select count(*) from recalled c where c.recall = r.number) as notices,
        (select count(*) from recalled c join recall_notice n on n.id = c.notice where c.recall = r.number and n.state = 'DELIVERED') as delivered,
        (select coalesce(sum(cardinality(p.officers)), 0) from recalled c join response p on p.id = c.response_id where c.recall = r.number) as awaited,
        (select count(*) from recalled c join custody k on k.response_id = c.response_id where c.recall = r.number
          and k.state = 'DISPOSED' and k.recall = c.recall_id) as certified
      from recall r
      """;

  /** What left by the accounting, and discloses something. */
  private static final String SENT =
      """
      select r.id, r.partner, f.agency, r.officers, r.delivered_at, r.delivered_event, encode(r.sealed_sha256, 'hex') as sha256,
        array(select i.request from response_item i where i.response_id = r.id order by i.ordinal) as requests,
        array(select encode(a.digest, 'hex') from accounting_entry a where a.response_id = r.id order by a.number) as entries
      from response r join file f on f.id = r.file_id
      where r.state in ('DELIVERED', 'RECALLED') and r.sealed_sha256 is not null
        and exists (select from accounting_entry a where a.response_id = r.id and a.kind = 'DISPOSITION')
        and exists (select from response_item i where i.response_id = r.id and i.outcome = 'DISCLOSED'
          and (:by <> 'REQUEST' or i.request = :value))
        and case :by
          when 'REQUEST' then true
          when 'RESPONSE' then r.id = :value
          when 'FILE' then r.file_id = :value
          when 'RULE_SET' then f.rule_set = :value
          when 'OFFICER' then :value = any(r.officers)
          when 'AGENCY' then f.agency = :value
          when 'COURT_ORDER' then f.agreement = any(:agreements) or '*' = any(:agreements)
          when 'DAYS' then (r.delivered_at at time zone 'UTC')::date between :from and :until
          else false end
      order by r.id
      """;

  private final JdbcClient jdbc;

  JdbcRecalls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What left and discloses something, by the accounting, in the order of its ids. */
  List<SentResponse> sent(Selection selection, List<String> agreements) {
    boolean days = selection.by() == Selection.By.DAYS;
    return jdbc.sql(SENT)
        .param("by", selection.by().name())
        .param("value", selection.value())
        .param("agreements", agreements.toArray(String[]::new))
        .param("from", days ? Date.valueOf(selection.from()) : new Date(0))
        .param("until", days ? Date.valueOf(selection.until()) : new Date(0))
        .query(JdbcRecalls::sent)
        .list();
  }

  private static SentResponse sent(ResultSet row, int number) throws SQLException {
    Timestamp delivered = row.getTimestamp("delivered_at");
    return new SentResponse(
        row.getString("id"),
        row.getString("partner"),
        row.getString("agency"),
        texts(row, "officers"),
        texts(row, "requests"),
        delivered == null ? null : delivered.toInstant(),
        row.getObject("delivered_event", Long.class),
        row.getString("sha256"),
        texts(row, "entries"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  /** The number of a new proposal. */
  long propose(Selection selection, RecallCode code, int responses, Recalls.Person by, Instant at) {
    return jdbc.sql(
            "insert into recall (selected_by, value, code, responses, proposed_by, counsel, proposed_at) values (?, ?, ?, ?, ?, ?, ?) returning number")
        .params(
            selection.by().name(),
            selection.value(),
            code.name(),
            responses,
            by.actor().id(),
            by.asCounsel(),
            Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  /** Locks a recall until the change ends. */
  void lock(long number) {
    jdbc.sql("select 1 from recall where number = ? for update").param(number).query().listOfRows();
  }

  void confirm(long number, String by, Instant at, long stop) {
    jdbc.sql("update recall set confirmed_by = ?, confirmed_at = ?, stop = ? where number = ?")
        .params(by, Timestamp.from(at), stop, number)
        .update();
  }

  /** The number of the first notice of a day that no recall has used; waits for other recalls. */
  int nextNotice(String prefix) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('recall'))").query().listOfRows();
    return jdbc.sql("select count(*) + 1 from recalled where recall_id like ? || '%'")
        .param(prefix)
        .query(Integer.class)
        .single();
  }

  void add(long recall, String recallId, String response, String notice) {
    jdbc.sql("insert into recalled (recall, recall_id, response_id, notice) values (?, ?, ?, ?)")
        .params(recall, recallId, response, notice)
        .update();
  }

  boolean isRecalled(String response) {
    return jdbc.sql("select exists (select from recalled where response_id = ?)")
        .param(response)
        .query(Boolean.class)
        .single();
  }

  boolean isAbout(String recallId, String response) {
    return jdbc.sql("select exists (select from recalled where recall_id = ? and response_id = ?)")
        .params(recallId, response)
        .query(Boolean.class)
        .single();
  }

  Optional<Recall> find(long number) {
    return jdbc.sql(SELECT + "where r.number = ?").param(number).query(JdbcRecalls::row).optional();
  }

  List<Recall> all() {
    return jdbc.sql(SELECT + "order by r.number desc").query(JdbcRecalls::row).list();
  }

  private static Recall row(ResultSet row, int number) throws SQLException {
    return new Recall(
        row.getLong("number"),
        new Selection(Selection.By.valueOf(row.getString("selected_by")), row.getString("value")),
        RecallCode.valueOf(row.getString("code")),
        row.getInt("responses"),
        row.getString("proposed_by"),
        row.getBoolean("counsel"),
        row.getTimestamp("proposed_at").toInstant(),
        row.getString("confirmed_by"),
        instant(row.getTimestamp("confirmed_at")),
        row.getObject("stop", Long.class),
        row.getInt("notices"),
        row.getInt("delivered"),
        row.getInt("awaited"),
        row.getInt("certified"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
