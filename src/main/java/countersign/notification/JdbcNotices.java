package countersign.notification;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code notice}: one row for each channel and each condition that holds now. A row ends
 * with its condition, so that the next time is told again.
 */
final class JdbcNotices {
  private static final String HOLDS =
      """
      select 'CASE_WAITS' as kind, work.stage || '/' || request.file_id || '/' || request.number as subject
      from work join request on request.file_id = split_part(work.id, '/', 1) and request.request_id = split_part(work.id, '/', 2)
      where work.stage in ('endorse', 'countersign') and work.state = 'WAITING'
      union all
      select 'WORK_PARKED', stage || '/' || id from work where state = 'PARKED'
      union all
      select 'FILE_HELD', id from file where state in ('HELD', 'QUARANTINED')
      union all
      select 'FILE_MISSING', id from file where state = 'HELD' and 'F105_SEQUENCE_GAP' = any(file_codes)
      union all
      select 'STOP_SET', number::text from stop where not exists (select from stop_lift where stop = number)
      union all
      select 'KEY_EXPIRING', unnest(?::text[])
      """;

  private final JdbcClient jdbc;

  JdbcNotices(DataSource database) {
    this.jdbc = JdbcClient.create(database);
  }

  /**
   * Makes the rows those of the conditions that hold.
   *
   * @param keys fingerprints of keys that end soon
   */
  void compare(String channel, Collection<String> keys) {
    String[] ending = keys.toArray(String[]::new);
    jdbc.sql(
            "delete from notice where channel = ? and (kind, subject) not in (select kind, subject from ("
                + HOLDS
                + ") holds)")
        .param(channel)
        .param(ending)
        .update();
    jdbc.sql(
            "insert into notice (channel, kind, subject) select ?, kind, subject from ("
                + HOLDS
                + ") holds where ? <> 'topic' or kind = 'CASE_WAITS' on conflict do nothing")
        .param(channel)
        .param(ending)
        .param(channel)
        .update();
  }

  /** The oldest notices that a channel has not told. */
  List<Notice> untold(String channel, int most) {
    return jdbc.sql(
            "select kind, subject from notice where channel = ? and told_at is null order by made_at, kind, subject limit ?")
        .param(channel)
        .param(most)
        .query(
            (row, number) ->
                new Notice(Notice.Kind.valueOf(row.getString("kind")), row.getString("subject")))
        .list();
  }

  void told(String channel, Notice notice) {
    jdbc.sql(
            "update notice set told_at = clock_timestamp() where channel = ? and kind = ? and subject = ?")
        .param(channel)
        .param(notice.kind().name())
        .param(notice.subject())
        .update();
  }
}
