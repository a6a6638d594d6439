package countersign.accounts;

import com.zaxxer.hikari.HikariDataSource;
import countersign.lifecycle.Lifecycle;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The gateway's database with the login that changes accounts. It is no {@link DataSource}, so that
 * no other package receives it by type.
 */
record AccountsDatabase(DataSource source) implements AutoCloseable {
  JdbcClient client() {
    return JdbcClient.create(source);
  }

  /** A change of an account and its event are one transaction of this login. */
  Lifecycle lifecycle(Clock clock) {
    return Lifecycle.on(source, clock);
  }

  @Override
  public void close() {
    if (source instanceof HikariDataSource pool) {
      pool.close();
    }
  }
}
