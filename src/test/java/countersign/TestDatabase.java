package countersign;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL for adapter tests: one server a JVM, one database a call, made from a template
 * that has all migrations. Nothing in it survives a crash, so it is fast.
 */
public final class TestDatabase {
  private static final String TEMPLATE = "countersign_template";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  /**
   * A new database with all migrations applied, reached as the application's role, which may do no
   * more than the migrations grant it; {@link TableOwners} watches its statements.
   */
  public static DataSource fresh() {
    String name = named("copy_" + NUMBER.incrementAndGet(), TEMPLATE);
    return new WatchedDataSource(pool(name, "countersign_app"));
  }

  /** The same database as {@code application}, reached as the superuser: for tampering. */
  public static DataSource asSuperuser(DataSource application) {
    try (Connection connection = application.getConnection()) {
      return Server.POSTGRES.getDatabase("postgres", connection.getCatalog());
    } catch (SQLException cause) {
      throw new IllegalStateException("The test's database does not answer", cause);
    }
  }

  /** A new database without any table, reached as the superuser. */
  public static DataSource empty() {
    String name = named("empty_" + NUMBER.incrementAndGet(), "template1");
    return pool(name, "postgres");
  }

  private static String named(String name, String template) {
    // One at a time: two copies of one template at once refuse each other.
    synchronized (Server.POSTGRES) {
      execute("create database %s template %s".formatted(name, template));
    }
    return name;
  }

  private static DataSource pool(String database, String user) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(Server.POSTGRES.getJdbcUrl(user, database));
    config.setMinimumIdle(0);
    config.setMaximumPoolSize(24);
    config.setIdleTimeout(10_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return new HikariDataSource(config);
  }

  private static void execute(String sql) {
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException cause) {
      throw new IllegalStateException("The test's server refuses: " + sql, cause);
    }
  }

  /** Started by the first test that needs it. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    static {
      execute("create role countersign_owner login createrole");
      execute("create role countersign_app login");
      execute("create database %s owner countersign_owner".formatted(TEMPLATE));
      Flyway.configure()
          .dataSource(POSTGRES.getDatabase("countersign_owner", TEMPLATE))
          .locations("classpath:db/migration")
          .load()
          .migrate();
    }

    private static EmbeddedPostgres start() {
      try {
        Path data = Files.createTempDirectory("countersign-test");
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "400")
                .setServerConfig("full_page_writes", "off")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(data)));
        return postgres;
      } catch (IOException cause) {
        throw new UncheckedIOException("The test's PostgreSQL does not start", cause);
      }
    }

    /**
     * At once, and the files go while nobody waits: an orderly stop would first write, then remove
     * one by one, the files of hundreds of databases.
     */
    private static void stop(Path data) {
      try {
        String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
        new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
        ProcessHandle.of(Long.parseLong(pid))
            .ifPresent(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        new ProcessBuilder("rm", "-rf", data.toString()).start();
      } catch (IOException cause) {
        throw new UncheckedIOException("The test's PostgreSQL does not stop", cause);
      } catch (InterruptedException cause) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
