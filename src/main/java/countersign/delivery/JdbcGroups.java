package countersign.delivery;

import countersign.intake.JdbcRequestGroups;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.ResponseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads groups and their progress. */
final class JdbcGroups {
  private static final String SELECT =
      """
      select g.id, g.file_id, g.officers, g.started_at, g.answer_by, f.agreement, f.agency, f.partner, f.received_at,
        s.first_ready, s.undecided, s.open, r.last_released, coalesce(r.under_way, false) as under_way
      from request_group g join file f on f.id = g.file_id
        cross join lateral (
          select (select min(c.at) from request_status status
              join lateral (
                select at from approval where approval.id = status.id and approval.step = 'COUNTERSIGN'
                order by approval.number desc limit 1) c on true
              where status.group_id = g.id and status.state = 'COUNTERSIGNED') as first_ready,
            exists (select from request_status status
              where status.group_id = g.id and status.state in ('TAKEN', 'DRAFTED', 'ENDORSED')) as undecided,
            exists (select from request_status status
              where status.group_id = g.id and status.state in ('TAKEN', 'DRAFTED', 'UNMATCHED', 'ENDORSED', 'COUNTERSIGNED', 'DECLINED', 'EXPIRED')) as open) s
        left join lateral (
          select max(released_at) as last_released,
            bool_or(response.state in ('RELEASED', 'SEALED', 'UPLOADING')) as under_way
          from response where response.group_id = g.id and response.state <> 'WITHDRAWN') r on true
      where g.started_at is not null and g.answer_by is not null and not g.finished
      """;

  private final JdbcClient jdbc;
  private final JdbcRequestGroups rows;

  JdbcGroups(JdbcClient jdbc, JdbcRequestGroups rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** Groups that have started and are not finished. */
  List<Group> running() {
    return jdbc.sql(SELECT + "order by g.id").query(JdbcGroups::group).list();
  }

  /** Locks a group until the transaction ends; empty if it has not started or is finished. */
  Optional<Group> lock(GroupId id) {
    boolean exists =
        jdbc.sql("select id from request_group where id = ? for update")
            .param(id.toString())
            .query(String.class)
            .optional()
            .isPresent();
    return exists ? find(id) : Optional.empty();
  }

  /** A group that has started and is not finished. */
  Optional<Group> find(GroupId id) {
    return jdbc.sql(SELECT + "and g.id = ?")
        .param(id.toString())
        .query(JdbcGroups::group)
        .optional();
  }

  /** The group of a response, if it has started and is not finished. */
  Optional<Group> of(ResponseId id) {
    return jdbc.sql(SELECT + "and g.id = (select group_id from response where id = ?)")
        .param(id.toString())
        .query(JdbcGroups::group)
        .optional();
  }

  /** The number of requests when the group was taken; it sets the length of the responses. */
  int size(GroupId id) {
    return jdbc.sql("select requests from request_group where id = ?")
        .param(id.toString())
        .query(Integer.class)
        .single();
  }

  /** The ids of the requests of a group that are in no response yet. */
  List<String> open(GroupId id) {
    return jdbc.sql(
            "select id from request_status where group_id = ? and state not in ('RELEASED', 'DELIVERED', 'RECALLED', 'ANSWERED_BEFORE')")
        .param(id.toString())
        .query(String.class)
        .list();
  }

  /** Records that the group's last response is released. */
  void finish(GroupId id) {
    rows.finish(id);
  }

  private static Group group(ResultSet row, int number) throws SQLException {
    String agreement = row.getString("agreement");
    return new Group(
        GroupId.parse(row.getString("id")),
        new FileId(row.getString("file_id")),
        new Group.Terms(
            agreement == null ? "" : agreement,
            row.getString("agency"),
            row.getString("partner"),
            row.getTimestamp("received_at").toInstant()),
        List.of((String[]) row.getArray("officers").getArray()),
        new Group.Timing(
            row.getTimestamp("started_at").toInstant(),
            row.getTimestamp("answer_by").toInstant(),
            instant(row, "last_released")),
        new Group.Progress(
            instant(row, "first_ready"),
            row.getBoolean("undecided"),
            row.getBoolean("open"),
            row.getBoolean("under_way")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
