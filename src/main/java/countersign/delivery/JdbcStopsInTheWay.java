package countersign.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link StopsInTheWay} over the stops that were not lifted, in force already or being set. */
final class JdbcStopsInTheWay implements StopsInTheWay {
  private final JdbcClient jdbc;

  JdbcStopsInTheWay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean stand(Scope scope) {
    return jdbc.sql(
            """
            select exists (select from stop where lifted_at is null and (scope = 'ALL'
              or (scope = 'AGREEMENT' and value = :agreement) or (scope = 'AGENCY' and value = :agency)
              or (scope = 'FILE' and value = :file) or (scope = 'OFFICER' and value = any(:officers))))
            """)
        .param("agreement", scope.agreement())
        .param("agency", scope.agency())
        .param("file", scope.file().value())
        .param("officers", scope.officers().toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }
}
