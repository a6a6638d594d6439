package countersign.operations;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the unfinished work of a partner. Stateless. */
final class JdbcPartnerWork implements PartnerWork.Finder {
  private final JdbcClient jdbc;

  JdbcPartnerWork(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public PartnerWork of(String partner) {
    return jdbc.sql(
            """
            with own as (select id, state from file where partner = :partner)
            select (select count(*) from own where state not in ('REFUSED', 'ANSWERED')) as files,
              (select count(*) from response r join own on own.id = r.file_id where r.state in ('RELEASED', 'SEALED', 'UPLOADING'))
              + (select count(*) from acknowledgement a join own on own.id = a.file_id where a.state <> 'DELIVERED') as uploads
            """)
        .param("partner", partner)
        .query((row, number) -> new PartnerWork(row.getLong("files"), row.getLong("uploads")))
        .single();
  }
}
