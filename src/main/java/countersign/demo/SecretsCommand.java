package countersign.demo;

import countersign.accounts.Passwords;
import countersign.cli.PrivateFile;
import countersign.partnertool.ProjectFolder;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import countersign.vault.RootKeyFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code secrets}: creates every password and key that {@code docker-compose.yml} mounts, once.
 * Each service has its own folder, because a file can have only one owner.
 */
@Command(
    name = "secrets",
    mixinStandardHelpOptions = true,
    description =
        "Creates the passwords and keys that docker-compose.yml mounts. Overwrites nothing.")
final class SecretsCommand implements Callable<Integer> {
  private static final Duration VALIDITY = Duration.ofDays(730);
  private static final List<String> ROLES = List.of("app", "accounts", "records");

  @Spec private CommandSpec spec;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "folder for them; default: the project's var/secrets/")
  private @Nullable Path into;

  @Option(
      names = "--sftp-host",
      paramLabel = "HOST:PORT",
      defaultValue = "sftp-dhs-ice:2222",
      description = "server whose host key is pinned; default: ${DEFAULT-VALUE}")
  private String sftpHost;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    Path folder = into == null ? ProjectFolder.path().resolve("var/secrets") : into.normalize();
    if (!sftpHost.matches("[^:/ ]+:[0-9]{1,5}")) {
      throw new ParameterException(
          spec.commandLine(), "--sftp-host is HOST:PORT, for example sftp-dhs-ice:2222.");
    }
    if (isFilled(folder)) {
      spec.commandLine()
          .getErr()
          .printf(
              "SECRETS_THERE  %s is not empty, and nothing in it is overwritten. Name another"
                  + " folder with --into, or move this one away first.%n",
              folder);
      return 1;
    }
    database(folder);
    broker(folder);
    openPgp(folder);
    ssh(folder);
    RootKeyFile.make(folder.resolve("gateway/root.keyset"));
    tell(folder);
    return 0;
  }

  private static boolean isFilled(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Files.exists(folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    }
  }

  /**
   * The database server creates the roles. The gateway logs in with three of them; the fourth owns
   * the tables, and only the service that migrates them has its password.
   */
  private static void database(Path folder) throws IOException {
    PrivateFile.write(folder.resolve("database/postgres"), Passwords.generate());
    String owner = Passwords.generate();
    PrivateFile.write(folder.resolve("database/owner"), owner);
    PrivateFile.write(folder.resolve("migrate/owner"), owner);
    for (String role : ROLES) {
      String password = Passwords.generate();
      PrivateFile.write(folder.resolve("database").resolve(role), password);
      PrivateFile.write(folder.resolve("gateway").resolve(role), password);
    }
  }

  private static void broker(Path folder) throws IOException {
    String password = Passwords.generate();
    PrivateFile.write(folder.resolve("gateway/broker"), password);
    PrivateFile.write(
        folder.resolve("broker/activemq.properties"), "gateway.password=" + password + "\n");
  }

  private void openPgp(Path folder) throws IOException {
    SecretKey key = KeyMaker.make("Countersign gateway", clock.instant(), VALIDITY);
    PrivateFile.write(folder.resolve("gateway/gateway.sec.asc"), key.armoured());
    forAll(
        folder.resolve("gateway.pub.asc"),
        new String(key.certificate().armoured(), StandardCharsets.US_ASCII));
  }

  /**
   * Creates the gateway's login key, the drop box's host key, and the files by which each
   * recognises the other.
   */
  private void ssh(Path folder) throws IOException {
    SshKey host = SshKey.make("drop box");
    SshKey login = SshKey.make("countersign gateway");
    PrivateFile.write(folder.resolve("sftp/ssh_host_ed25519_key"), host.secret());
    forAll(folder.resolve("sftp/authorized_keys"), login.open() + "\n");
    PrivateFile.write(folder.resolve("gateway/sftp_client_key"), login.secret());
    String[] place = sftpHost.split(":", 2);
    String[] key = host.open().split(" ", 3);
    forAll(
        folder.resolve("gateway/known_hosts"),
        "[%s]:%s %s %s%n".formatted(place[0], place[1], key[0], key[1]));
  }

  /**
   * Writes a public key readable for all, because the service that reads it may run as any user.
   */
  private static void forAll(Path file, String content) throws IOException {
    PrivateFile.write(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private void tell(Path folder) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Created every password and key below %s, readable by its owner only.%n", folder);
    out.println("For docker compose, give each service its own (compose keeps owner and mode):");
    out.printf("  sudo chown 999 %s/database/*%n", folder);
    out.printf("  sudo chown 10001 %s/gateway/* %s/migrate/*%n", folder, folder);
    out.printf("  sudo chown 0 %s/broker/* %s/sftp/*%n", folder, folder);
    out.printf("Partners seal to %s/gateway.pub.asc; their login keys go into%n", folder);
    out.printf("%s/sftp/authorized_keys, one per line.%n", folder);
    out.printf("Keep a copy of %s/gateway/root.keyset apart from every backup of%n", folder);
    out.println("the database: without it the database cannot be read again.");
    out.flush();
  }
}
