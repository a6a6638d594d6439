package countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's database lets nobody in without a password, at its first start and at a later one. */
class EmbeddedDatabaseIT {
  private static final EmbeddedDatabase.Passwords PASSWORDS =
      new EmbeddedDatabase.Passwords(
          "superuserSynthetic",
          "ownerSynthetic1",
          "applicationSynthetic",
          "accountsSynthetic",
          "recordsSynthetic");

  @TempDir Path folder;

  @Test
  void every_role_needs_its_password_and_there_is_no_socket() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    for (int start = 0; start < 2; start++) {
      try (EmbeddedDatabase database =
          EmbeddedDatabase.start(
              folder.resolve("postgres"), Path.of("target/programs"), port, PASSWORDS)) {
        for (String role :
            List.of(
                "postgres",
                "countersign_owner",
                "countersign_app",
                "countersign_accounts",
                "records_reader")) {
          assertRefused(port, role, null);
          assertRefused(port, role, "not the password");
        }
        assertThat(database.superuserUrl("postgres")).contains("password=");
        try (Connection superuser = DriverManager.getConnection(database.superuserUrl("postgres"));
            Statement sql = superuser.createStatement();
            ResultSet sockets = sql.executeQuery("show unix_socket_directories")) {
          assertThat(sockets.next()).isTrue();
          assertThat(sockets.getString(1)).isEmpty();
        }
        assertThat(Files.readString(Path.of("/proc/net/unix"))).doesNotContain(".s.PGSQL." + port);
      }
    }
  }

  private static void assertRefused(
      int port, String role, @org.jspecify.annotations.Nullable String password) {
    assertThatThrownBy(
            () ->
                DriverManager.getConnection(EmbeddedDatabase.url(port, "postgres"), role, password))
        .as(role)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isIn("28P01", "08004"));
  }
}
