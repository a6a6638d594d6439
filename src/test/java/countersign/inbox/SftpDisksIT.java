package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.FolderNames;
import countersign.endtoend.OpenSshServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OpenSSH says "failure" for a full and for a read-only disk; the gateway finds out which it is.
 */
class SftpDisksIT {
  private static final String DISK = OpenSshServer.OTHER_FILE_SYSTEM;

  @TempDir Path folder;
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private OpenSshServer ssh;
  private PartnerFolders folders;

  @BeforeEach
  void connects() throws IOException {
    ssh = new OpenSshServer(folder);
    Path login = ssh.loginKey("ed25519");
    camel.addComponent("sftp", new PartnerSftp(file -> Optional.empty()));
    ssh.start();
    String uri =
        "sftp://%s@127.0.0.1:%d/inbox?privateKeyFile=%s&knownHostsFile=%s&useUserKnownHostsFile=false&strictHostKeyChecking=yes&preferredAuthentications=publickey&autoCreate=false&soTimeout=10000"
            .formatted(System.getProperty("user.name"), ssh.port(), login, ssh.knownHosts());
    folders =
        camel
            .getEndpoint(uri, PartnerSftp.Folder.class)
            .open(new FolderNames("inbox", "outbox", DISK, "nowhere"));
  }

  @AfterEach
  void stops() throws IOException {
    folders.close();
    ssh.close();
    camel.close();
  }

  @Test
  void a_full_disk_has_its_own_word() throws Exception {
    ssh.inside("mount -o remount,size=64k " + DISK);
    ssh.inside("dd if=/dev/zero of=%s/rest bs=4k count=64 2>/dev/null || true".formatted(DISK));

    assertThat(folders.refusal("archive", SftpFault.SFTP_REFUSED))
        .isEqualTo(SftpFault.SFTP_FOLDER_FULL);
  }

  @Test
  void a_read_only_disk_has_its_own_word() throws Exception {
    ssh.inside("mount -o remount,ro " + DISK);

    assertThat(folders.refusal("archive", SftpFault.SFTP_REFUSED))
        .isEqualTo(SftpFault.SFTP_FOLDER_READ_ONLY);
  }

  @Test
  void a_disk_with_room_and_a_folder_that_is_missing_keep_the_fault_that_was_found()
      throws Exception {
    assertThat(folders.refusal("archive", SftpFault.SFTP_FOLDER_CLOSED))
        .isEqualTo(SftpFault.SFTP_FOLDER_CLOSED);
    assertThat(folders.refusal("rejected", SftpFault.SFTP_REFUSED))
        .isEqualTo(SftpFault.SFTP_REFUSED);
  }
}
