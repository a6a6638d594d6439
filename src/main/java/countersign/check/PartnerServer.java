package countersign.check;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import countersign.configuration.Instance;
import countersign.configuration.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The SFTP server of one partner, as the configuration names it.
 *
 * @param privateKey file with the login key
 * @param passphrase where the passphrase of that key is; null if it has none
 * @param knownHosts file with the pinned host key
 * @param folders names of its inbox, outbox, archive and rejected, in this order
 */
record PartnerServer(
    String host,
    int port,
    String user,
    Path privateKey,
    Instance.@Nullable Secret passphrase,
    Path knownHosts,
    List<String> folders) {
  private static final int LONGEST_WAIT_MILLIS = 10_000;
  private static final List<String> ROLES = List.of("inbox", "outbox", "archive", "rejected");

  /** Hidden, so that no partner takes it for an answer. */
  private static final String PROBE = ".countersign-check";

  /** The server of a partner's document. */
  static PartnerServer of(Section document) {
    Optional<Section> names = document.optionalSection("folders");
    return new PartnerServer(
        document.text("host"),
        document.number("port"),
        document.text("user"),
        document.file("privateKeyFile"),
        Instance.secret(document, "privateKeyPassphrase"),
        document.file("knownHostsFile"),
        ROLES.stream()
            .map(role -> names.flatMap(all -> all.optionalText(role)).orElse(role))
            .toList());
  }

  String shown() {
    return "%s:%d".formatted(host, port);
  }

  /**
   * Signs in, lists the folders, and renames and removes a hidden file in the outbox.
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
    ssh.addIdentity(user, Files.readAllBytes(privateKey), null, readPassphrase());
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

  private byte @Nullable [] readPassphrase() throws NoSuchFileException {
    try {
      return passphrase == null ? null : passphrase.read().getBytes(StandardCharsets.UTF_8);
    } catch (UncheckedIOException | IllegalStateException e) {
      NoSuchFileException missing = new NoSuchFileException(String.valueOf(e.getMessage()));
      missing.initCause(e);
      throw missing;
    }
  }

  private String probe(ChannelSftp sftp) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String folder : folders) {
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
    String outbox = folders.get(1);
    String probe = outbox + "/" + PROBE;
    try {
      sftp.put(new ByteArrayInputStream(new byte[0]), probe + ".part");
      sftp.rename(probe + ".part", probe);
      sftp.rm(probe);
    } catch (SftpException e) {
      throw new IOException(
          "%s lets %s in, and refuses to store, rename or remove a file in %s/: %s"
              .formatted(shown(), user, outbox, e.getMessage()),
          e);
    }
    return "%s shows the pinned host key and lets %s in; %s are there; a file in %s/ was stored, renamed and removed"
        .formatted(shown(), user, String.join(", ", folders), outbox);
  }
}
