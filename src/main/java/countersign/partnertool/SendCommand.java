package countersign.partnertool;

import countersign.pgp.EnvelopeFault;
import countersign.pgp.EnvelopeRefused;
import countersign.pgp.Opener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code send}: uploads a file as {@code NAME.part} and renames it, as the exchange profile
 * requires.
 */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = "Uploads sealed files to the inbox: NAME.part first, then renamed.")
public final class SendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "sealed files, uploaded in this order")
  private List<Path> files = List.of();

  @Option(
      names = "--connection",
      paramLabel = "FILE",
      description = "connection.json of a demo; default: var/demo/connection.json")
  private @Nullable Path connection;

  @Option(
      names = "--var",
      paramLabel = "DIR",
      description = "the demo's --var; default: the project's var/")
  private @Nullable Path var;

  @ArgGroup(exclusive = false)
  private @Nullable Server server;

  /** Login options for any server. */
  static final class Server {
    @Option(
        names = "--host",
        required = true,
        paramLabel = "HOST",
        description = "name or address of the SFTP server")
    private String host = "";

    @Option(
        names = "--port",
        defaultValue = "22",
        paramLabel = "PORT",
        description = "its port; default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
        names = "--user",
        required = true,
        paramLabel = "USER",
        description = "your login there")
    private String user = "";

    @Option(
        names = "--identity",
        required = true,
        paramLabel = "FILE",
        description = "your SSH private key")
    private Path identity = Path.of(".");

    @Option(
        names = "--host-key",
        required = true,
        paramLabel = "KEY",
        description = "the server's public key, as in known_hosts: \"ssh-ed25519 AAAA...\"")
    private String hostKey = "";
  }

  @Override
  public Integer call() throws IOException {
    if (Stream.of(connection, server, var).filter(Objects::nonNull).count() > 1) {
      throw new ParameterException(
          spec.commandLine(), "Name either a connection, a demo's --var or a host.");
    }
    SftpFolder.Login login = login();
    for (Path file : files) {
      requireSealed(file);
    }
    try (SftpFolder folder = SftpFolder.open(login)) {
      for (Path file : files) {
        folder.send(file);
        spec.commandLine().getOut().println("inbox/" + file.getFileName());
      }
    }
    return 0;
  }

  /**
   * Opens the file without any key: a sealed file is then reported as encrypted to somebody else. A
   * file in plaintext is never uploaded.
   */
  private static void requireSealed(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      new Opener(List.of(), OpenCommand.LIMITS)
          .open(in, Files.size(file), List.of(), Clock.systemUTC().instant())
          .close();
    } catch (EnvelopeRefused refused) {
      if (refused.fault() != EnvelopeFault.NOT_FOR_US) {
        throw new IOException(
            "%s is not sealed (%s): %s. Nothing was sent. Seal it first with bin/countersign seal."
                .formatted(file, refused.fault(), refused.detail()),
            refused);
      }
    }
  }

  private SftpFolder.Login login() throws IOException {
    if (server != null) {
      return new SftpFolder.Login(
          server.host, server.port, server.user, server.identity, server.hostKey);
    }
    Path file =
        connection == null
            ? (var == null ? ProjectFolder.path().resolve("var") : var)
                .resolve("demo/connection.json")
            : connection;
    if (!Files.exists(file)) {
      throw new IOException(
          "The file %s does not exist. Start the demo, or name another one with --var, or a server with --host."
              .formatted(file));
    }
    return SftpFolder.Login.in(file);
  }
}
