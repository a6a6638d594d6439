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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server with the roles and databases of {@code deploy/postgres/roles.sh} and the
 * password rules of its image: only the superuser logs in without a password.
 */
public final class DatabaseServer implements AutoCloseable {
  private final EmbeddedPostgres postgres;
  private final Path secrets;
  private final Path data;

  private DatabaseServer(EmbeddedPostgres postgres, Path data, Path secrets) {
    this.data = data;
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
            // As in its image: a server that is killed keeps every commit.
            .setServerConfig("synchronous_commit", "on")
            .start();
    DatabaseServer server = new DatabaseServer(postgres, data, secrets);
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

  /** Port of the server. */
  public int port() {
    return postgres.getPort();
  }

  /** Address of a database. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
  }

  /** Logs in with the role's own password. */
  Connection as(String role, String secret, String database) throws IOException, SQLException {
    return DriverManager.getConnection(
        url(database), role, Files.readString(secrets.resolve(secret)).strip());
  }

  /** Folder of its data. */
  public Path data() {
    return data;
  }

  /** Its processes, the first one first. */
  public List<ProcessHandle> processes() throws IOException {
    ProcessHandle first = ProcessHandle.of(firstProcess()).orElseThrow();
    return Stream.concat(Stream.of(first), first.descendants()).toList();
  }

  private long firstProcess() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
  }

  /** Ends all processes with SIGKILL; returns what starts the server again. */
  public ProcessBuilder kill() throws IOException {
    List<ProcessHandle> all = processes();
    String line = Files.readString(Path.of("/proc", String.valueOf(all.get(0).pid()), "cmdline"));
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
    List<String> command = new ArrayList<>(List.of("unshare", "-U"));
    command.addAll(List.of(line.split("\0")));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(data.resolveSibling("again.log").toFile()));
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
