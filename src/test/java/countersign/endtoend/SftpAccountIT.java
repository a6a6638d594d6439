package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The account of {@code deploy/sftp}, made by the image's own commands, on Debian's OpenSSH with
 * the shipped options. The account exists only in the file system that this process sees.
 */
class SftpAccountIT {
  @TempDir Path folder;
  private int port;
  private Process server;

  @BeforeEach
  void starts() throws Exception {
    port = FreePort.find();
    for (String key : List.of("host", "login")) {
      OpenSshServer.run(
          "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve(key).toString());
    }
    String host = Files.readString(folder.resolve("host.pub")).split(" ", 3)[1];
    Files.writeString(
        folder.resolve("known_hosts"), "[127.0.0.1]:%d ssh-ed25519 %s\n".formatted(port, host));
    Files.writeString(
        folder.resolve("sshd_config"),
        Files.readString(Path.of("deploy/sftp/sshd_config")).replace("Port 2222", "Port " + port)
            + "ListenAddress 127.0.0.1\n");
    Files.writeString(folder.resolve("start.sh"), script());
    server =
        new ProcessBuilder("unshare", "-m", "bash", folder.resolve("start.sh").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    Awaitility.await("sshd").atMost(Duration.ofSeconds(10)).until(this::answers);
  }

  private String script() throws IOException {
    String made =
        Files.readString(Path.of("deploy/sftp/Dockerfile"))
            .replace("\\\n", " ")
            .lines()
            .filter(line -> line.startsWith("RUN useradd"))
            .findFirst()
            .orElseThrow()
            .substring("RUN ".length());
    return """
        set -euo pipefail
        cd %s
        mount -t tmpfs -o mode=755 tmpfs /run
        cp -a /etc /run/etc
        mount --bind /run/etc /etc
        mount -t tmpfs -o mode=755 tmpfs /srv
        mkdir -m 755 /run/sshd /run/secrets
        install -m 600 host /run/secrets/sftp_host_key
        install -m 644 login.pub /run/secrets/sftp_authorized_keys
        %s
        exec /usr/sbin/sshd -D -e -f sshd_config
        """
        .formatted(folder, made)
        .replace("-f sshd_config", "-f " + folder + "/sshd_config");
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @AfterEach
  void stops() {
    server.descendants().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
    server.onExit().join();
  }

  @Test
  void the_account_logs_in_writes_into_its_folders_and_sees_nothing_else() throws Exception {
    Path file = Files.writeString(folder.resolve("x"), "synthetic");
    Files.writeString(
        folder.resolve("batch"),
        "pwd\nput %s inbox/x\nrename inbox/x archive/x\nls -1 /\n-get /etc/passwd %s\n-mkdir /another\n"
            .formatted(file, folder.resolve("stolen")));

    String said = client("sftp", "-b", folder.resolve("batch").toString(), "-P", "" + port);

    assertThat(said)
        .as(Files.readString(folder.resolve("sshd.log")))
        .contains("Remote working directory: /\n")
        .containsSubsequence("archive", "inbox", "outbox", "rejected")
        .contains("File \"/etc/passwd\" not found")
        .contains("remote mkdir \"/another\": Permission denied")
        .endsWith("exit 0");
    assertThat(folder.resolve("stolen")).doesNotExist();
  }

  @Test
  void the_account_runs_no_command_and_forwards_no_port() throws Exception {
    assertThat(client("ssh", "-p", "" + port)).doesNotContain("exit 0");
    assertThat(client("ssh", "-W", "127.0.0.1:" + port, "-p", "" + port))
        .contains("administratively prohibited")
        .doesNotContain("SSH-2.0", "exit 0");
  }

  private String client(String program, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of("-F", "none", "-i", folder.resolve("login").toString()));
    command.addAll(List.of("-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes"));
    command.addAll(List.of("-o", "UserKnownHostsFile=" + folder.resolve("known_hosts")));
    command.addAll(List.of(options));
    command.add("dhs-ice@127.0.0.1");
    if (program.equals("ssh") && !List.of(options).contains("-W")) {
      command.add("id");
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + "exit " + process.waitFor();
  }
}
