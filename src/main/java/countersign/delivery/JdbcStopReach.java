package countersign.delivery;

import countersign.stops.RunningUploads;
import countersign.stops.Stop;
import countersign.stops.StopPreview;
import countersign.stops.StopPreviews;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a stop reaches, in the tables of files, requests and responses: what it would catch, and
 * uploads in its scope by the database's clock. Stateless.
 */
final class JdbcStopReach implements RunningUploads, StopPreviews {
  private static final String KEYS =
      "with keys as (select array(select decode(k, 'hex') from unnest(:keys) k) as of) ";
  private static final String COVERED =
      """
      stop_covers(:scope, :value, (select of from keys), f.agreement, f.agency, f.id, f.received_at, r.officers,
        r.subject_key, r.subject_key_last_year, r.district_key)
      """;

  /** Files that are not judged have no requests yet, so only their own columns are compared. */
  private static final String FILES =
      """
      , caught as (
        select distinct s.file_id as id from request_status s
          join request r on r.file_id = s.file_id and r.number = s.number
          join file f on f.id = s.file_id
        where s.state not in ('REFUSED', 'DELIVERED', 'RECALLED', 'ANSWERED_BEFORE') and %s
        union
        select f.id from file f where f.state in ('RECEIVED', 'HELD', 'QUARANTINED')
          and :scope not in ('SUBJECT', 'DISTRICT', 'OFFICER')
          and stop_covers(:scope, :value, '{}', f.agreement, f.agency, f.id, f.received_at, '{}', null, null, null))
      select f.id, count(*) over () as n from file f join caught on caught.id = f.id
      order by f.received_at desc, f.id desc limit :most
      """
          .formatted(COVERED);

  private static final String LEFT =
      """
      select p.id, count(*) over () as n from response p join file f on f.id = p.file_id
      where p.state in ('UPLOADING', 'DELIVERED', 'RECALLED', 'DELIVERED_BEFORE') and exists (
        select from response_item i join request_status s on s.id = i.request
          join request r on r.file_id = s.file_id and r.number = s.number
        where i.response_id = p.id and %s)
      order by p.released_at desc, p.id limit :most
      """
          .formatted(COVERED);

  private static final String REQUESTS =
      """
      select count(*) filter (where s.state = 'HELD') as held, count(*) filter (where s.state <> 'HELD') as taken
      from request_status s
        join request r on r.file_id = s.file_id and r.number = s.number
        join file f on f.id = s.file_id
      where s.state not in ('REFUSED', 'DELIVERED', 'RECALLED', 'ANSWERED_BEFORE') and %s
      """
          .formatted(COVERED);

  private final JdbcClient jdbc;

  JdbcStopReach(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public StopPreview of(Stop.Target target) {
    Listed files = listed(FILES, target);
    Listed left = listed(LEFT, target);
    return query(REQUESTS, target)
        .query(
            (row, number) ->
                new StopPreview(
                    row.getLong("held"),
                    row.getLong("taken"),
                    files.count(),
                    files.ids(),
                    left.count(),
                    left.ids()))
        .single();
  }

  /** The first ids of a list, and the number of all. */
  private record Listed(long count, List<String> ids) {}

  private Listed listed(String sql, Stop.Target target) {
    List<Map.Entry<String, Long>> rows =
        query(sql, target)
            .param("most", StopPreview.MOST)
            .query((row, number) -> Map.entry(row.getString("id"), row.getLong("n")))
            .list();
    return new Listed(
        rows.isEmpty() ? 0 : rows.get(0).getValue(), rows.stream().map(Map.Entry::getKey).toList());
  }

  private JdbcClient.StatementSpec query(String sql, Stop.Target target) {
    return jdbc.sql(KEYS + sql)
        .param("keys", target.keys().toArray(String[]::new))
        .param("scope", target.scope().name())
        .param("value", target.value());
  }

  @Override
  public boolean isUnderWay(Stop stop) {
    return jdbc.sql(
            """
            select exists (select from response r join file f on f.id = r.file_id
              where r.state = 'UPLOADING' and (r.upload_until is null or r.upload_until > clock_timestamp())
                and case when :scope in ('SUBJECT', 'DISTRICT') then exists (
                    select from response_item i join request_status s on s.id = i.request
                      join request asked on asked.file_id = s.file_id and asked.number = s.number
                    where i.response_id = r.id and stop_covers(:scope, :value, array(select k.key from stop_key k where k.stop = :number), null, null,
                      null, null, null, asked.subject_key, asked.subject_key_last_year, asked.district_key))
                  else stop_covers(:scope, :value, null, f.agreement, f.agency, f.id, f.received_at, r.officers || array(
                      select unnest(asked.officers) from response_item i join request_status s on s.id = i.request
                        join request asked on asked.file_id = s.file_id and asked.number = s.number
                      where i.response_id = r.id), null, null, null) end)
            """)
        .param("scope", stop.scope().name())
        .param("value", stop.value())
        .param("number", stop.number())
        .query(Boolean.class)
        .single();
  }
}
