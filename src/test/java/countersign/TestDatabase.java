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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A PostgreSQL server for adapter tests. Each JVM has one server and each call creates a database
 * from a template with all migrations. The server is not crash-safe, which makes it fast.
 */
public final class TestDatabase {
  private static final String TEMPLATE = "countersign_template";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Map<String, DataSource> TAMPERING = new ConcurrentHashMap<>();
  private static final Map<String, DataSource> ACCOUNTS = new ConcurrentHashMap<>();

  private TestDatabase() {}

  /**
   * Creates a database with all migrations. The connection uses the application's role, which has
   * only the rights that the migrations grant, and {@link TableOwners} checks its statements.
   */
  public static DataSource fresh() {
    String name = named("copy_" + NUMBER.incrementAndGet(), TEMPLATE);
    return new WatchedDataSource(pool(name, "countersign_app"));
  }

  /** Copies a database as it is now, as a backup would. Sessions of the original are ended. */
  public static DataSource copy(DataSource application) {
    String source = nameOf(application);
    if (application instanceof DelegatingDataSource watched
        && watched.getTargetDataSource() instanceof HikariDataSource pool) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    DataSource tampering = TAMPERING.remove(source);
    if (tampering instanceof HikariDataSource pool) {
      pool.close();
    }
    execute(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '%s'"
            .formatted(source));
    String name = named("copy_" + NUMBER.incrementAndGet(), source);
    return new WatchedDataSource(pool(name, "countersign_app"));
  }

  /** The database of {@code application} with the role that changes accounts. */
  public static DataSource accounts(DataSource application) {
    return ACCOUNTS.computeIfAbsent(
        nameOf(application),
        database -> new WatchedDataSource(pool(database, "countersign_accounts")));
  }

  /** The database of {@code application} with the superuser's role, for tests that tamper. */
  public static DataSource asSuperuser(DataSource application) {
    return Server.POSTGRES.getDatabase("postgres", nameOf(application));
  }

  /**
   * The database of {@code application} with the superuser's role and without triggers and foreign
   * keys: for tests that put rows into a state which the gateway would reach in many steps, or
   * which only a person who tampers reaches.
   */
  public static DataSource tampering(DataSource application) {
    return TAMPERING.computeIfAbsent(
        nameOf(application),
        database -> {
          HikariConfig config = configured(database, "postgres");
          config.setConnectionInitSql("set session_replication_role = replica");
          return new HikariDataSource(config);
        });
  }

  private static String nameOf(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.getCatalog();
    } catch (SQLException cause) {
      throw new IllegalStateException("The test's database does not answer", cause);
    }
  }

  /** Creates a database without tables. The connection uses the superuser's role. */
  public static DataSource empty() {
    String name = named("empty_" + NUMBER.incrementAndGet(), "template1");
    return pool(name, "postgres");
  }

  private static String named(String name, String template) {
    // Not in parallel: PostgreSQL rejects a copy of a template while another copy runs.
    synchronized (Server.POSTGRES) {
      execute("create database %s template %s".formatted(name, template));
    }
    return name;
  }

  private static DataSource pool(String database, String user) {
    return new HikariDataSource(configured(database, user));
  }

  private static HikariConfig configured(String database, String user) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(Server.POSTGRES.getJdbcUrl(user, database));
    config.setMinimumIdle(0);
    config.setMaximumPoolSize(24);
    config.setIdleTimeout(10_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return config;
  }

  private static void execute(String sql) {
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException cause) {
      throw new IllegalStateException("The test's server refuses: " + sql, cause);
    }
  }

  /** Starts the server when the first test needs it. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    static {
      execute("create role countersign_owner login createrole");
      execute("create role countersign_app login");
      execute("create role countersign_accounts login");
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
     * Stops the server immediately and deletes its files in the background. A normal shutdown would
     * first write the files of hundreds of databases and then remove them one by one.
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
