package countersign.partnertool;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's SFTP login: what it can do with its four folders. For one thread. */
public final class SftpFolder implements AutoCloseable {
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(20).toMillis();
  static final String SERVER = "server";

  private final Session session;
  private final ChannelSftp sftp;

  private SftpFolder(Session session, ChannelSftp sftp) {
    this.session = session;
    this.sftp = sftp;
  }

  /**
   * How to sign in.
   *
   * @param host server
   * @param port its port
   * @param user login
   * @param privateKey OpenSSH private key file
   * @param hostKey the only host key that is accepted: type, blank, Base64
   */
  public record Login(String host, int port, String user, Path privateKey, String hostKey) {

    /** The login that a demo's {@code connection.json} names. */
    public static Login in(Path connectionFile) throws IOException {
      JsonNode sftp = new JsonMapper().readTree(Files.readAllBytes(connectionFile)).path("sftp");
      return new Login(
          sftp.path("host").asString(),
          sftp.path("port").asInt(),
          sftp.path("user").asString(),
          connectionFile.resolveSibling(sftp.path("privateKey").asString()),
          sftp.path("hostKey").asString());
    }
  }

  /**
   * Signs in.
   *
   * @throws IOException if the server is not there, shows another host key, or refuses the key
   */
  public static SftpFolder open(Login login) throws IOException {
    byte[] privateKey = Files.readAllBytes(login.privateKey());
    JSch ssh = new JSch();
    HostKey.trust(ssh, login.hostKey());
    try {
      ssh.addIdentity(login.user(), privateKey, null, null);
      Session session = ssh.getSession(login.user(), login.host(), login.port());
      session.setHostKeyAlias(SERVER);
      session.setConfig("StrictHostKeyChecking", "yes");
      session.setConfig("PreferredAuthentications", "publickey");
      session.setTimeout(PATIENCE_MILLIS);
      session.setDaemonThread(true);
      session.connect();
      return on(session);
    } catch (JSchHostKeyException e) {
      throw new IOException(
          "%s:%d shows another host key than the one you named; nothing was sent. Ask its operator."
              .formatted(login.host(), login.port()),
          e);
    } catch (JSchException e) {
      throw notOpened(login, e);
    }
  }

  private static IOException notOpened(Login login, JSchException cause) {
    String why = first(cause).getMessage();
    return new IOException(
        isAway(cause)
            ? "NOT_REACHED  %s:%d does not answer (%s). Start the server, or correct host and port."
                .formatted(login.host(), login.port(), why)
            : "%s:%d does not let %s in: %s. See address, login and key."
                .formatted(login.host(), login.port(), login.user(), why),
        cause);
  }

  private static SftpFolder on(Session session) throws JSchException {
    try {
      ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
      sftp.connect(PATIENCE_MILLIS);
      return new SftpFolder(session, sftp);
    } catch (JSchException e) {
      session.disconnect();
      throw e;
    }
  }

  /** Whether no server answered; the library wraps the error of the network or only says so. */
  private static boolean isAway(JSchException fault) {
    return first(fault) instanceof IOException
        || String.valueOf(fault.getMessage()).contains("timeout")
        || String.valueOf(fault.getMessage()).contains("connection is closed by foreign host");
  }

  private static Throwable first(Throwable fault) {
    Throwable first = fault;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first;
  }

  /** Uploads a file into {@code inbox/} under its own name: {@code NAME.part}, then renamed. */
  public void send(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      send(file.getFileName().toString(), in);
    }
  }

  /**
   * Uploads into {@code inbox/}: {@code NAME.part}, then renamed.
   *
   * @throws IOException if {@code inbox/} holds a file of that name, or the server does not take it
   */
  public void send(String name, InputStream content) throws IOException {
    if (names("inbox").contains(name)) {
      throw new IOException(
          "inbox/%s is there already; nothing was sent. Wait until the gateway has taken it."
              .formatted(name));
    }
    String target = literal("inbox/" + name);
    try {
      sftp.put(content, target + ".part");
      sftp.rename(target + ".part", target);
    } catch (SftpException e) {
      throw new IOException("inbox/%s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Names in a folder, without hidden ones, sorted. */
  public List<String> names(String folder) throws IOException {
    List<String> names = new ArrayList<>();
    try {
      for (ChannelSftp.LsEntry entry : sftp.ls(folder)) {
        if (!entry.getFilename().startsWith(".")) {
          names.add(entry.getFilename());
        }
      }
    } catch (SftpException e) {
      throw new IOException("%s/: %s".formatted(folder, e.getMessage()), e);
    }
    names.sort(null);
    return names;
  }

  /** The content of a file in {@code outbox/}. */
  public byte[] fetch(String name) throws IOException {
    try (InputStream in = sftp.get(literal("outbox/" + name))) {
      return in.readAllBytes();
    } catch (SftpException e) {
      throw new IOException("outbox/%s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** JSch would read stars and question marks as a pattern. */
  private static String literal(String path) {
    return path.replaceAll("[*?\\\\]", "\\\\$0");
  }

  @Override
  public void close() {
    sftp.disconnect();
    session.disconnect();
  }
}
