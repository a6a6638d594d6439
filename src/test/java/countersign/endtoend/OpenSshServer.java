package countersign.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Debian's OpenSSH as a partner's SFTP server: its own folder, a free loopback port, public-key
 * authentication only.
 */
public final class OpenSshServer implements AutoCloseable {
  /** A folder beside {@code inbox/} into which the server cannot rename a file of another one. */
  public static final String OTHER_FILE_SYSTEM = ".other-file-system";

  private final Path directory;
  private final int port;
  private @Nullable Process process;

  /** Prepares a server without starting it. */
  public OpenSshServer(Path directory) throws IOException {
    this.directory = directory.toAbsolutePath();
    this.port = FreePort.find();
    for (String folder : List.of("inbox", "outbox", "archive", "rejected")) {
      Files.createDirectories(root().resolve(folder));
    }
    Files.createDirectories(root().resolve(OTHER_FILE_SYSTEM));
    newHostKey();
    Files.writeString(directory.resolve("authorized_keys"), "");
    Files.writeString(directory.resolve("sshd_config"), configuration());
  }

  /** The shipped options, with the paths and the account of this machine. */
  private String configuration() throws IOException {
    String account = System.getProperty("user.name");
    return Files.readString(Path.of("deploy/sftp/sshd_config"))
            .replace("Port 2222", "Port " + port)
            .replace("/run/secrets/sftp_host_key", directory + "/host_key")
            .replace("/run/secrets/sftp_authorized_keys", directory + "/authorized_keys")
            .replace("PermitRootLogin no", "PermitRootLogin prohibit-password")
            .replace("AllowUsers dhs-ice", "AllowUsers " + account)
            .replace("ChrootDirectory /srv/sftp/dhs-ice", "ChrootDirectory /run/exchange")
        + "ListenAddress 127.0.0.1%nPidFile %s/sshd.pid%n".formatted(directory);
  }

  /** Replaces the host key; takes effect at the next start. */
  public void newHostKey() throws IOException {
    Files.deleteIfExists(directory.resolve("host_key"));
    Files.deleteIfExists(directory.resolve("host_key.pub"));
    run(
        "ssh-keygen",
        "-q",
        "-t",
        "ed25519",
        "-N",
        "",
        "-f",
        directory.resolve("host_key").toString());
  }

  /** Uses an existing host key; takes effect at the next start. */
  public void hostKey(Path key) throws IOException {
    Path own = directory.resolve("host_key");
    Files.copy(key, own, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(
        directory.resolve("host_key.pub"), run("ssh-keygen", "-y", "-f", own.toString()));
  }

  /** Creates a login key of this type (ed25519, rsa) and accepts it. */
  public Path loginKey(String type) throws IOException {
    Path key = directory.resolve("login_" + type);
    run("ssh-keygen", "-q", "-t", type, "-m", "PEM", "-N", "", "-f", key.toString());
    authorise(Files.readString(directory.resolve("login_" + type + ".pub")));
    return key;
  }

  /** Accepts a further public key. */
  public void authorise(String publicKeyLine) throws IOException {
    Path file = directory.resolve("authorized_keys");
    Files.writeString(file, Files.readString(file) + publicKeyLine.strip() + "\n");
  }

  /** A known_hosts file that pins the server's current host key. */
  public Path knownHosts() throws IOException {
    String key = Files.readString(directory.resolve("host_key.pub")).strip().split(" ", 3)[1];
    Path file = directory.resolve("known_hosts");
    Files.writeString(file, "[127.0.0.1]:%d ssh-ed25519 %s\n".formatted(port, key));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  /** Starts the server and waits until it answers. */
  public void start() throws IOException {
    Process started =
        new ProcessBuilder(
                "unshare",
                "-m",
                "sh",
                "-c",
                // Root must own the folder and all above it, which a folder for temporary files is
                // not.
                "mount -t tmpfs -o mode=755 tmpfs /run && mkdir -m 755 /run/sshd /run/exchange && mount --bind %1$s /run/exchange && mount -t tmpfs tmpfs /run/exchange/%3$s && exec /usr/sbin/sshd -D -f %2$s/sshd_config -E %2$s/sshd.log"
                    .formatted(root(), directory, OTHER_FILE_SYSTEM))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("start.log").toFile())
            .start();
    process = started;
    Awaitility.await("sshd on port " + port)
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(50))
        .until(this::answers);
  }

  /** Runs a command that sees the folders as the running server does. */
  public void inside(String command) {
    run(
        "nsenter",
        "-t",
        String.valueOf(java.util.Objects.requireNonNull(process).pid()),
        "-m",
        "sh",
        "-c",
        "cd /run/exchange && " + command);
  }

  /** Kills the server and all its sessions, whatever they are doing. */
  public void kill() throws IOException {
    Process running = process;
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroyForcibly);
      running.destroyForcibly();
      running.onExit().join();
      process = null;
    }
  }

  /** Its processes. */
  public List<ProcessHandle> processes() {
    ProcessHandle first = java.util.Objects.requireNonNull(process).toHandle();
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), first.descendants())
        .toList();
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Port on which the server listens. */
  public int port() {
    return port;
  }

  /** The login folder, with {@code inbox/} and so on. */
  public Path root() {
    return directory.resolve("exchange");
  }

  @Override
  public void close() throws IOException {
    kill();
  }

  /** Runs a command that must succeed; returns what it printed. */
  public static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " ended " + status + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
