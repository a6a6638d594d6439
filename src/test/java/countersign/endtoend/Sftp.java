package countersign.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;

/** OpenSSH's {@code sftp} client as a partner uses it. */
final class Sftp {
  private final OpenSshServer server;
  private final Path login;
  private final Path known;
  private final Path folder;
  private final Set<String> taken = new HashSet<>();

  Sftp(OpenSshServer server, Path login, Path known, Path folder) {
    this.server = server;
    this.login = login;
    this.known = known;
    this.folder = folder;
  }

  /** Uploads a file under a name that the gateway ignores, then renames it. */
  void puts(Path file) throws IOException {
    String name = file.getFileName().toString();
    batch(
        "put %s inbox/%s.part\nrename inbox/%s.part inbox/%s\n".formatted(file, name, name, name));
  }

  /** Uploads many files in one session. */
  void putsAll(List<Path> files) throws IOException {
    StringBuilder commands = new StringBuilder();
    for (Path file : files) {
      String name = file.getFileName().toString();
      commands.append(
          "put %s inbox/%s.part\nrename inbox/%s.part inbox/%s\n"
              .formatted(file, name, name, name));
    }
    batch(commands.toString());
  }

  /** Fetches files of the outbox by a pattern in one session. */
  void gets(String pattern, Path into) throws IOException {
    batch("get outbox/%s %s/\n".formatted(pattern, into));
  }

  /** The file names in a folder. */
  String lists(String directory) throws IOException {
    return batch("ls -1 " + directory + "\n");
  }

  /** Waits for a file in the outbox with this prefix, and fetches it. */
  Path waitsFor(String beginning) throws IOException {
    String name =
        Awaitility.await(beginning + " in the outbox")
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(300))
            .until(() -> find(beginning), found -> !found.isEmpty());
    taken.add(name);
    Path here = folder.resolve("got-" + name);
    batch("get outbox/%s %s\n".formatted(name, here));
    return here;
  }

  /** As {@link #waitsFor}, for a file that was not fetched before. */
  Path waitsForAnother(String beginning) throws IOException {
    return waitsFor(beginning);
  }

  private String find(String beginning) throws IOException {
    return lists("outbox")
        .lines()
        .map(line -> line.strip().replaceAll("^outbox/", ""))
        .filter(name -> name.startsWith(beginning) && !taken.contains(name))
        .findFirst()
        .orElse("");
  }

  private String batch(String commands) throws IOException {
    Path file = Files.createTempFile(folder, "batch", ".txt");
    Files.writeString(file, commands, StandardCharsets.UTF_8);
    return OpenSshServer.run(
        "sftp",
        "-q",
        "-b",
        file.toString(),
        "-P",
        String.valueOf(server.port()),
        "-i",
        login.toString(),
        "-o",
        "UserKnownHostsFile=" + known,
        "-o",
        "StrictHostKeyChecking=yes",
        "-o",
        "IdentitiesOnly=yes",
        System.getProperty("user.name") + "@127.0.0.1");
  }
}
