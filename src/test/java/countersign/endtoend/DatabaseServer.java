package countersign.endtoend;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL server with the roles and databases of {@code deploy/postgres/roles.sh} and the
 * password rules of its image: only the superuser logs in without a password.
 */
final class DatabaseServer implements AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final Path secrets;

  private DatabaseServer(EmbeddedPostgres postgres, Path secrets) {
    this.postgres = postgres;
    this.secrets = secrets;
  }

  /**
   * Starts the server.
   *
   * @param secrets folder with the passwords that its image mounts
   */
  static DatabaseServer start(Path folder, int port, Path secrets)
      throws IOException, SQLException, InterruptedException {
    Path data = folder.resolve("data");
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setPort(port)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("listen_addresses", "127.0.0.1")
            .start();
    DatabaseServer server = new DatabaseServer(postgres, secrets);
    server.roles(folder);
    Files.writeString(
        data.resolve("pg_hba.conf"),
        """
        local all all trust
        host all postgres 127.0.0.1/32 trust
        host all all all scram-sha-256
        """,
        StandardCharsets.UTF_8);
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("select pg_reload_conf()");
    }
    return server;
  }

  private void roles(Path folder) throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder("deploy/postgres/roles.sh").redirectErrorStream(true);
    script.environment().put("SECRETS", secrets.toString());
    script.environment().put("DATADIR_RECORDS", folder.resolve("records").toString());
    script.environment().put("PGHOST", "127.0.0.1");
    script.environment().put("PGPORT", String.valueOf(postgres.getPort()));
    Process process = script.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("roles.sh ended " + process.exitValue() + ": " + said);
    }
  }

  int port() {
    return postgres.getPort();
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
  }

  /** Logs in with the role's own password. */
  Connection as(String role, String secret, String database) throws IOException, SQLException {
    return DriverManager.getConnection(
        url(database), role, Files.readString(secrets.resolve(secret)).strip());
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
