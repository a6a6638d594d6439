package countersign.delivery;

import countersign.stops.RunningUploads;
import countersign.stops.Stop;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Implements {@link RunningUploads} with the table {@code response} and the database's clock.
 * Stateless.
 */
final class JdbcUploads implements RunningUploads {
  private final JdbcClient jdbc;

  JdbcUploads(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
