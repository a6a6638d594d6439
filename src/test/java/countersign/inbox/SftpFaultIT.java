package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import countersign.endtoend.OpenSshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Distinguishes failures of a partner's server by what the operator must do, from the exceptions
 * that JSch throws when it connects to Debian's OpenSSH.
 */
class SftpFaultIT {
  @TempDir Path folder;

  private OpenSshServer ssh;
  private Path login;

  @BeforeEach
  void starts() throws IOException {
    ssh = new OpenSshServer(folder);
    login = ssh.loginKey("ed25519");
    ssh.start();
  }

  @AfterEach
  void stops() throws IOException {
    ssh.close();
  }

  private Throwable connects(Path knownHosts, Path identity) {
    return catchThrowable(
        () -> {
          JSch jsch = new JSch();
          jsch.setKnownHosts(knownHosts.toString());
          jsch.addIdentity(identity.toString());
          Session session =
              jsch.getSession(System.getProperty("user.name"), "127.0.0.1", ssh.port());
          session.setConfig("StrictHostKeyChecking", "yes");
          session.setConfig("PreferredAuthentications", "publickey");
          session.connect(10_000);
          session.disconnect();
        });
  }

  @Test
  void with_the_right_keys_there_is_no_fault() throws IOException {
    assertThat(connects(ssh.knownHosts(), login)).isNull();
  }

  @Test
  void a_changed_host_key_is_reported_even_if_camel_wraps_the_exception() throws IOException {
    Path known = Files.copy(ssh.knownHosts(), folder.resolve("known_before"));
    ssh.kill();
    ssh.newHostKey();
    ssh.start();

    Throwable thrown = connects(known, login);

    assertThat(SftpFault.of(thrown)).contains(SftpFault.SFTP_HOST_KEY_CHANGED);
    assertThat(SftpFault.of(new GenericFileOperationFailedException("Cannot connect", thrown)))
        .contains(SftpFault.SFTP_HOST_KEY_CHANGED);
  }

  @Test
  void an_unpinned_host_key_is_not_a_changed_one() throws IOException {
    Path empty = Files.createFile(folder.resolve("known_nobody"));
    assertThat(SftpFault.of(connects(empty, login))).contains(SftpFault.SFTP_HOST_KEY_UNKNOWN);
  }

  @Test
  void an_unknown_login_key_is_a_refused_login() throws IOException {
    Path known = ssh.knownHosts();
    Files.writeString(folder.resolve("authorized_keys"), "");
    assertThat(SftpFault.of(connects(known, login))).contains(SftpFault.SFTP_LOGIN_REFUSED);
  }

  @Test
  void a_server_that_does_not_answer_is_an_outage() throws IOException {
    Path known = ssh.knownHosts();
    ssh.kill();
    assertThat(SftpFault.of(connects(known, login))).contains(SftpFault.SFTP_DOWN);
  }

  @Test
  void a_broken_connection_is_an_outage_and_a_missing_folder_or_our_own_defect_is_not() {
    assertThat(SftpFault.of(new SftpException(4, "", new IOException("Pipe closed"))))
        .contains(SftpFault.SFTP_DOWN);
    assertThat(SftpFault.of(new SftpException(7, "Lost"))).contains(SftpFault.SFTP_DOWN);
    assertThat(SftpFault.of(new SftpException(4, "Failure"))).contains(SftpFault.SFTP_REFUSED);
    assertThat(SftpFault.of(new SftpException(2, "No such file")))
        .contains(SftpFault.SFTP_FOLDER_MISSING);
    assertThat(SftpFault.of(new SftpException(3, "Permission denied")))
        .contains(SftpFault.SFTP_FOLDER_CLOSED);
    assertThat(SftpFault.of(new JSchException("session is down"))).contains(SftpFault.SFTP_DOWN);
    assertThat(SftpFault.of(new IllegalStateException("ours"))).isEmpty();
  }

  @Test
  void each_fault_says_what_to_do() {
    for (SftpFault fault : SftpFault.values()) {
      assertThat(fault.means()).containsAnyOf("Wait", "Compare", "Get the fingerprint", "Ask");
    }
  }
}
