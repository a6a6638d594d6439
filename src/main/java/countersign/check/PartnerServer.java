package countersign.check;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The SFTP server of one partner, as the configuration names it.
 *
 * @param knownHosts file with the pinned host key
 */
record PartnerServer(String host, int port, String user, Path privateKey, Path knownHosts) {
  private static final int LONGEST_WAIT_MILLIS = 10_000;
  private static final List<String> FOLDERS = List.of("inbox", "outbox", "archive", "rejected");

  /** Hidden, so that no partner takes it for an answer. */
  private static final String PROBE = "outbox/.countersign-check";

  String shown() {
    return "%s:%d".formatted(host, port);
  }

  /**
   * Signs in, lists the folders, and renames and removes a hidden file in {@code outbox/}.
   *
   * @return what it found
   * @throws JSchException if the server is not there, shows another host key or refuses the login
   * @throws IOException if a file is missing here, or the server refuses an operation
   */
  String probe() throws JSchException, IOException {
    for (Path file : List.of(privateKey, knownHosts)) {
      if (!Files.isReadable(file)) {
        throw new NoSuchFileException("the file %s is missing or cannot be read".formatted(file));
      }
    }
    JSch ssh = new JSch();
    ssh.setKnownHosts(knownHosts.toString());
    ssh.addIdentity(user, Files.readAllBytes(privateKey), null, null);
    Session session = ssh.getSession(user, host, port);
    session.setConfig("StrictHostKeyChecking", "yes");
    session.setConfig("PreferredAuthentications", "publickey");
    session.setTimeout(LONGEST_WAIT_MILLIS);
    session.setDaemonThread(true);
    try {
      session.connect(LONGEST_WAIT_MILLIS);
      ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
      sftp.connect(LONGEST_WAIT_MILLIS);
      return probe(sftp);
    } finally {
      session.disconnect();
    }
  }

  private String probe(ChannelSftp sftp) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String folder : FOLDERS) {
      try {
        sftp.ls(folder, entry -> ChannelSftp.LsEntrySelector.BREAK); // it may hold 100,000 files
      } catch (SftpException e) {
        missing.add("%s (%s)".formatted(folder, e.getMessage()));
      }
    }
    if (!missing.isEmpty()) {
      throw new IOException(
          "%s lets %s in, and these folders are missing or closed: %s"
              .formatted(shown(), user, String.join(", ", missing)));
    }
    try {
      sftp.put(new ByteArrayInputStream(new byte[0]), PROBE + ".part");
      sftp.rename(PROBE + ".part", PROBE);
      sftp.rm(PROBE);
    } catch (SftpException e) {
      throw new IOException(
          "%s lets %s in, and refuses to store, rename or remove a file in outbox/: %s"
              .formatted(shown(), user, e.getMessage()),
          e);
    }
    return "%s shows the pinned host key and lets %s in; %s are there; a file in outbox/ was stored, renamed and removed"
        .formatted(shown(), user, String.join(", ", FOLDERS));
  }
}
