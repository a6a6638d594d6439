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
 * An SSH server in this process that plays the agencies' one: real protocol, its own host key, keys
 * only, one partner's folders.
 */
public final class EmbeddedSftp implements AutoCloseable {
  /** The folders under a partner's root. */
  public static final List<String> FOLDERS = List.of("inbox", "outbox", "archive", "rejected");

  private final SshServer server;

  private EmbeddedSftp(SshServer server) {
    this.server = server;
  }

  /**
   * Starts on a loopback port.
   *
   * @param hostKey OpenSSH private key
   * @param authorizedKeys whose public keys may sign in
   * @param root what a client sees as its login folder; made with its four folders if missing
   */
  public static EmbeddedSftp start(int port, Path hostKey, Path authorizedKeys, Path root)
      throws IOException {
    for (String folder : FOLDERS) {
      Files.createDirectories(root.resolve(folder));
    }
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(new FileKeyPairProvider(hostKey));
    server.setPublickeyAuthenticator(oneAtATime(new AuthorizedKeysAuthenticator(authorizedKeys)));
    server.setPasswordAuthenticator(null);
    server.setKeyboardInteractiveAuthenticator(null);
    server.setFileSystemFactory(new VirtualFileSystemFactory(root.toAbsolutePath()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    CoreModuleProperties.TCP_NODELAY.set(server, true); // without it every file costs 50 ms more
    server.start();
    return new EmbeddedSftp(server);
  }

  /** While it reads the file, for one login, it refuses all others. */
  private static PublickeyAuthenticator oneAtATime(PublickeyAuthenticator keys) {
    return (user, key, session) -> {
      synchronized (keys) {
        return keys.authenticate(user, key, session);
      }
    };
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
