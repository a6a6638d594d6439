package countersign.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An SSH server in this process that stands in for the agency's: real protocol, its own host key,
 * public-key authentication only, one partner's folders.
 */
public final class EmbeddedSftp implements AutoCloseable {
  /** Folders below a partner's root. */
  public static final List<String> FOLDERS = List.of("inbox", "outbox", "archive", "rejected");

  private final SshServer server;

  private EmbeddedSftp(SshServer server) {
    this.server = server;
  }

  /**
   * Starts the server on a loopback port.
   *
   * @param user the only user who may sign in
   * @param hostKey OpenSSH private key
   * @param authorizedKeys file with the public keys that may sign in
   * @param root login folder of the client; created with its four folders if missing
   */
  public static EmbeddedSftp start(
      int port, String user, Path hostKey, Path authorizedKeys, Path root) throws IOException {
    for (String folder : FOLDERS) {
      Files.createDirectories(root.resolve(folder));
    }
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(new FileKeyPairProvider(hostKey));
    server.setPublickeyAuthenticator(only(user, new AuthorizedKeysAuthenticator(authorizedKeys)));
    server.setPasswordAuthenticator(null);
    server.setKeyboardInteractiveAuthenticator(null);
    server.setFileSystemFactory(new VirtualFileSystemFactory(root.toAbsolutePath()));
    SftpSubsystemFactory sftp = new TypedEntries.Factory();
    sftp.setFileSystemAccessor(new PlainFolders());
    server.setSubsystemFactories(List.of(sftp));
    CoreModuleProperties.TCP_NODELAY.set(server, true); // without it every file takes 50 ms longer
    server.start();
    return new EmbeddedSftp(server);
  }

  /**
   * Lets one user sign in. Serialises logins, because the authenticator refuses every other login
   * while it reads the file of keys.
   */
  private static PublickeyAuthenticator only(String user, PublickeyAuthenticator keys) {
    return (name, key, session) -> {
      synchronized (keys) {
        return name.equals(user) && keys.authenticate(name, key, session);
      }
    };
  }

  /** Port on which the server listens. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
