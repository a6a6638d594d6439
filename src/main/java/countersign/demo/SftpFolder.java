package countersign.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A partner's SFTP connection to its four folders. Not thread-safe. */
public final class SftpFolder implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SshClient client;
  private final ClientSession session;
  private final SftpClient sftp;

  private SftpFolder(SshClient client, ClientSession session, SftpClient sftp) {
    this.client = client;
    this.session = session;
    this.sftp = sftp;
  }

  /**
   * Login data.
   *
   * @param host host name of the server
   * @param port port of the server
   * @param user user name
   * @param privateKey OpenSSH private key file
   * @param hostKey the only accepted host key: type, blank, Base64
   */
  public record Login(String host, int port, String user, Path privateKey, String hostKey) {}

  /**
   * Signs in.
   *
   * @throws IOException if the server is unreachable, presents another host key, or refuses the key
   */
  public static SftpFolder open(Login login) throws IOException {
    PublicKey expected = hostKey(login);
    AtomicBoolean another = new AtomicBoolean();
    SshClient client = SshClient.setUpDefaultClient();
    CoreModuleProperties.TCP_NODELAY.set(client, true);
    client.setServerKeyVerifier(
        (s, address, key) -> {
          boolean same = KeyUtils.compareKeys(expected, key);
          another.set(!same);
          return same;
        });
    try {
      client.start();
      ClientSession session =
          client.connect(login.user(), login.host(), login.port()).verify(PATIENCE).getSession();
      for (KeyPair own : new FileKeyPairProvider(login.privateKey()).loadKeys(session)) {
        session.addPublicKeyIdentity(own);
      }
      session.auth().verify(PATIENCE);
      return new SftpFolder(
          client, session, SftpClientFactory.instance().createSftpClient(session));
    } catch (NoSuchFileException e) {
      client.stop();
      throw e;
    } catch (IOException | RuntimeException e) {
      client.stop();
      throw new IOException(sentence(login, another.get(), e), e);
    }
  }

  private static PublicKey hostKey(Login login) throws IOException {
    try {
      return PublicKeyEntry.parsePublicKeyEntry(login.hostKey())
          .resolvePublicKey(null, null, PublicKeyEntryResolver.IGNORING);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new IOException(
          "The host key is not a public key; write type and Base64: ssh-ed25519 AAAA...", e);
    }
  }

  private static String sentence(Login login, boolean anotherHostKey, Exception cause) {
    String server = login.host() + ":" + login.port();
    if (anotherHostKey) {
      return "%s shows another host key than the one you named. Nothing was sent. Ask its operator."
          .formatted(server);
    }
    Throwable first = cause;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return "%s does not accept the login of %s: %s. Check address, login and key."
        .formatted(server, login.user(), first.getMessage());
  }

  /**
   * Uploads a file to {@code inbox/} under its own name: as {@code NAME.part} first, then renamed.
   */
  public void send(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      send(file.getFileName().toString(), in);
    }
  }

  /** Uploads content to {@code inbox/}: as {@code NAME.part} first, then renamed. */
  public void send(String name, InputStream content) throws IOException {
    try (OutputStream out = sftp.write("inbox/" + name + ".part")) {
      content.transferTo(out);
    }
    sftp.rename("inbox/" + name + ".part", "inbox/" + name);
  }

  /** File names in a folder, without hidden ones, sorted. */
  public List<String> names(String folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (SftpClient.DirEntry entry : sftp.readDir(folder)) {
      if (!entry.getFilename().startsWith(".")) {
        names.add(entry.getFilename());
      }
    }
    names.sort(null);
    return names;
  }

  /** The content of a file in {@code outbox/}. */
  public byte[] fetch(String name) throws IOException {
    try (InputStream in = sftp.read("outbox/" + name)) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    try (client;
        session) {
      sftp.close();
    }
  }
}
