package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLines;
import countersign.cli.Copies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --connect} against Debian's OpenSSH: one line for each part, and nothing stays. */
class CheckConnectIT {
  @TempDir Path folder;
  private OpenSshServer server;
  private Path config;
  private Path key;

  @BeforeEach
  void start() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    config = Files.createDirectory(folder.resolve("config"));
    Copies.of(Path.of("config"), config);
    server = new OpenSshServer(Files.createDirectory(folder.resolve("server")));
    key = server.loginKey("ed25519");
    server.start();
    partner(key, server.knownHosts());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void a_partner_that_can_be_used_is_told_in_one_line_and_its_folders_stay_empty()
      throws IOException {
    assertThat(said("partner dhs-ice"))
        .singleElement()
        .asString()
        .startsWith("CONNECTED  partner dhs-ice · localhost:" + server.port())
        .contains("inbox, outbox, archive, rejected are there")
        .contains("stored, renamed and removed");
    try (Stream<Path> files = Files.list(server.root().resolve("outbox"))) {
      assertThat(files.toList()).isEmpty();
    }
  }

  @Test
  void another_host_key_a_refused_login_a_missing_folder_and_a_dead_server_are_told_apart()
      throws IOException {
    Path hosts = folder.resolve("other_hosts");
    Path other = folder.resolve("other");
    OpenSshServer.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", other.toString());
    String otherKey = Files.readString(folder.resolve("other.pub")).split(" ", 3)[1];
    Files.writeString(hosts, "[localhost]:%d ssh-ed25519 %s\n".formatted(server.port(), otherKey));
    partner(key, hosts);
    assertThat(said("partner dhs-ice")).singleElement().asString().startsWith("SFTP_HOST_KEY  ");

    partner(other, server.knownHosts());
    assertThat(said("partner dhs-ice"))
        .singleElement()
        .asString()
        .startsWith("SFTP_LOGIN_REFUSED  ");

    partner(key, server.knownHosts());
    Files.delete(server.root().resolve("rejected"));
    assertThat(said("partner dhs-ice"))
        .singleElement()
        .asString()
        .startsWith("SFTP_REFUSED  ")
        .contains("rejected");

    server.kill();
    assertThat(said("partner dhs-ice")).singleElement().asString().startsWith("SFTP_DOWN  ");
  }

  @Test
  void servers_that_are_not_there_are_told_by_name() {
    assertThat(said("password of database"))
        .singleElement()
        .asString()
        .startsWith("MISSING_SECRET");
    assertThat(said("broker")).singleElement().asString().startsWith("NOT_REACHED  ");
  }

  private void partner(Path login, Path hosts) throws IOException {
    String account = System.getProperty("user.name");
    String known = Files.readString(hosts).replace("[127.0.0.1]", "[localhost]");
    Path file = Files.writeString(folder.resolve("known"), known);
    Path partner = config.resolve("partners/dhs-ice.yaml");
    Files.writeString(
        partner,
        Files.readString(Path.of("config/partners/dhs-ice.yaml"))
            .replace("host: sftp-dhs-ice", "host: localhost")
            .replace("port: 2222", "port: " + server.port())
            .replace("user: dhs-ice", "user: " + account)
            .replace("/run/secrets/sftp_client_key", login.toString())
            .replace("/run/secrets/sftp_known_hosts", file.toString()));
  }

  /** The lines about a part. */
  private List<String> said(String part) {
    CommandLines.Ended ended =
        CommandLines.run("check", "--files", "--connect", "--config", config, "--routes", "routes");
    assertThat(ended.err()).doesNotContain("\tat ");
    return ended.out().lines().filter(line -> line.contains("  " + part + " ·")).toList();
  }
}
