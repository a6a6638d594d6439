package countersign.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private PostgreSQL server with its data in a folder and synchronous disk writes. Has four roles
 * with passwords and two databases; the synthetic records have their own database and tablespace.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /**
   * Passwords of the roles.
   *
   * @param superuser password of {@code postgres}, which creates the world
   * @param owner password of {@code countersign_owner}, which runs migrations
   * @param app password of {@code countersign_app}
   * @param accounts password of {@code countersign_accounts}
   * @param records password of {@code records_reader}, which reads one view
   */
  public record Passwords(
      String superuser, String owner, String app, String accounts, String records) {
    /** The passwords in a folder, which are made when they are first asked for. */
    static Passwords kept(Path secrets) throws IOException {
      return new Passwords(
          DemoSecrets.kept(secrets.resolve("postgres")),
          DemoSecrets.kept(secrets.resolve("owner")),
          DemoSecrets.kept(secrets.resolve("app")),
          DemoSecrets.kept(secrets.resolve("accounts-role")),
          DemoSecrets.kept(secrets.resolve("records")));
    }

    @Override
    public String toString() {
      return "Passwords";
    }
  }

  private final EmbeddedPostgres postgres;
  private final int port;
  private final Passwords passwords;

  private EmbeddedDatabase(EmbeddedPostgres postgres, int port, Passwords passwords) {
    this.postgres = postgres;
    this.port = port;
    this.passwords = passwords;
  }

  /**
   * Starts the server; first stops a server that a killed run left behind.
   *
   * @param directory folder for data and tablespace
   * @param programs folder for PostgreSQL's unpacked programs; several worlds may share it
   * @param port fixed port, so that its address is known
   */
  static EmbeddedDatabase start(Path directory, Path programs, int port, Passwords passwords)
      throws IOException, SQLException {
    stopOrphan(directory, programs);
    EmbeddedPostgres postgres =
        configured()
            .setDataDirectory(directory.resolve("data"))
            .setOverrideWorkingDirectory(programs.toFile())
            .setPort(port)
            .setConnectConfig("password", passwords.superuser())
            .start();
    EmbeddedDatabase database = new EmbeddedDatabase(postgres, port, passwords);
    database.makeRoles(directory);
    return database;
  }

  private static EmbeddedPostgres.Builder configured() {
    return EmbeddedPostgres.builder()
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setServerConfig("listen_addresses", "127.0.0.1")
        // Every user of this machine could write to a socket; the port asks for a password.
        .setServerConfig("unix_socket_directories", "")
        // The library starts the server with -F, which switches fsync off.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "60")
        .setServerConfig("shared_buffers", "128MB")
        .setServerConfig("max_wal_size", "1GB")
        // Statements contain personal data.
        .setServerConfig("log_min_error_statement", "panic")
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("password_encryption", "scram-sha-256");
  }

  private void makeRoles(Path directory) throws IOException, SQLException {
    Path space = directory.resolve("records").toAbsolutePath();
    Files.createDirectories(space);
    try (Connection connection = DriverManager.getConnection(superuserUrl("postgres"));
        Statement sql = connection.createStatement()) {
      makeLogins(sql);
      if (missing(sql, "select 1 from pg_tablespace where spcname = 'records_space'")) {
        sql.execute("create tablespace records_space location '" + space + "'");
      }
      if (missing(sql, "select 1 from pg_database where datname = 'countersign'")) {
        sql.execute("create database countersign owner countersign_owner");
        sql.execute("revoke all on database countersign from public");
        sql.execute("grant connect on database countersign to countersign_app");
      }
      // A demo of an older version has the database without this right.
      sql.execute("grant connect on database countersign to countersign_accounts");
      if (missing(sql, "select 1 from pg_database where datname = 'records'")) {
        sql.execute("create database records owner countersign_owner tablespace records_space");
        sql.execute("revoke all on database records from public");
        sql.execute("grant connect on database records to records_reader");
      }
    }
    passwordsOnly(directory.resolve("data"));
    try (Connection connection = DriverManager.getConnection(superuserUrl("postgres"));
        Statement sql = connection.createStatement()) {
      sql.execute("select pg_reload_conf()");
    }
  }

  private void makeLogins(Statement sql) throws SQLException {
    role(sql, "postgres", passwords.superuser());
    role(sql, "countersign_owner", passwords.owner());
    role(sql, "countersign_app", passwords.app());
    role(sql, "countersign_accounts", passwords.accounts());
    role(sql, "records_reader", passwords.records());
    sql.execute("alter role records_reader set default_transaction_read_only = on");
  }

  /** Requires a password for every login. */
  private static void passwordsOnly(Path data) throws IOException {
    Files.writeString(
        data.resolve("pg_hba.conf"),
        """
        host all all 127.0.0.1/32 scram-sha-256
        """,
        StandardCharsets.UTF_8);
  }

  private static void role(Statement sql, String name, String password) throws SQLException {
    if (!password.matches("[A-Za-z0-9]{14,}")) {
      throw new IllegalArgumentException("A role's password is 14 or more letters and digits");
    }
    if (missing(sql, "select 1 from pg_roles where rolname = '" + name + "'")) {
      sql.execute("create role " + name);
    }
    sql.execute("alter role " + name + " login password '" + password + "'");
  }

  private static boolean missing(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      return !rows.next();
    }
  }

  /** JDBC address of a database for a login with a password. */
  public static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** JDBC address for the superuser; only for creating the world. */
  static String superuserUrl(int port, String database, Passwords passwords) {
    return url(port, database) + "?user=postgres&password=" + passwords.superuser();
  }

  String superuserUrl(String database) {
    return superuserUrl(port, database, passwords);
  }

  /**
   * Stops a server that a killed run left behind on this folder's data. A process with the recorded
   * id is not stopped if it runs another program or uses other data: the system reuses process ids,
   * and a copied folder still names the server of the original.
   */
  static void stopOrphan(Path directory, Path programs) throws IOException {
    Path data = directory.resolve("data");
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
    Optional<ProcessHandle> orphan =
        lines.isEmpty() ? Optional.empty() : process(lines.get(0).strip());
    if (orphan.isPresent() && runs(orphan.get(), programs, data)) {
      LOG.info("Stopping the database of an earlier run (process {})", lines.get(0));
      interrupt(orphan.get());
    }
    Files.deleteIfExists(pidFile);
  }

  private static Optional<ProcessHandle> process(String number) {
    return number.matches("\\d{1,18}")
        ? ProcessHandle.of(Long.parseLong(number))
        : Optional.empty();
  }

  /** Also false for a process that this user may not inspect. */
  private static boolean runs(ProcessHandle process, Path programs, Path data) throws IOException {
    Path works = Path.of("/proc", String.valueOf(process.pid()), "cwd");
    if (!Files.isDirectory(programs) || !Files.isDirectory(works)) {
      return false;
    }
    Path own = programs.toRealPath();
    return works.toRealPath().equals(data.toRealPath())
        && process.info().command().map(Path::of).filter(it -> it.startsWith(own)).isPresent();
  }

  private static void interrupt(ProcessHandle orphan) throws IOException {
    new ProcessBuilder("kill", "-INT", String.valueOf(orphan.pid())).inheritIO().start();
    try {
      orphan.onExit().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IOException(
          "The database of an earlier run (process %d) does not stop".formatted(orphan.pid()), e);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
