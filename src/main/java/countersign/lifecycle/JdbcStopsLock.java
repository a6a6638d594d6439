package countersign.lifecycle;

import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link StopsLock} as a PostgreSQL advisory lock; the end of the transaction releases it. */
final class JdbcStopsLock implements StopsLock {
  private static final long KEY = 0x53_54_4f_50L; // "STOP"
  private final JdbcClient jdbc;

  JdbcStopsLock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void shared() {
    jdbc.sql("select 1 from pg_advisory_xact_lock_shared(?)").param(KEY).query().listOfRows();
  }

  @Override
  public void exclusive() {
    jdbc.sql("select 1 from pg_advisory_xact_lock(?)").param(KEY).query().listOfRows();
  }
}
