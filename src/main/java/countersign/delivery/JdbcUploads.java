package countersign.delivery;

import countersign.authority.Stop;
import countersign.authority.Uploads;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Implements {@link Uploads} with the table {@code response} and the database's clock. Stateless.
 */
final class JdbcUploads implements Uploads {
  private final JdbcClient jdbc;

  JdbcUploads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean isUnderWay(Stop.Scope scope, String value) {
    return jdbc.sql(
            """
            select exists (select from response r join file f on f.id = r.file_id
              where r.state = 'UPLOADING' and (r.upload_until is null or r.upload_until > clock_timestamp())
                and case :scope
                  when 'ALL' then true
                  when 'AGREEMENT' then f.agreement = :value
                  when 'AGENCY' then f.agency = :value
                  when 'FILE' then f.id = :value
                  when 'OFFICER' then :value = any(r.officers)
                end)
            """)
        .param("scope", scope.name())
        .param("value", value)
        .query(Boolean.class)
        .single();
  }
}
