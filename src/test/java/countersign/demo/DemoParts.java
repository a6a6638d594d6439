package countersign.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * The demo's keys, configuration and people without its servers, for tests with servers of their
 * own.
 */
public final class DemoParts {
  private DemoParts() {}

  /** Creates keys in a folder and a copy of the shipped configuration with these keys and ports. */
  public static Path configuration(Path home, int sftpPort, int httpPort, int databasePort)
      throws IOException {
    Clock clock = Clock.systemUTC();
    Keyring keys = new Keyring(home, clock.instant());
    keys.gateway();
    DemoConfig config = new DemoConfig(Path.of("config"), home, keys, clock.instant());
    config.write(sftpPort, httpPort, databasePort);
    return config.directory();
  }

  /** The password in a file that only its owner can read; created if missing. */
  public static String password(Path file) throws IOException {
    return DemoSecrets.kept(file);
  }

  /** Fills a records database with people, as its owner. */
  public static List<SyntheticPerson> people(String ownerUrl, int count)
      throws IOException, SQLException {
    List<SyntheticPerson> people = SyntheticPeople.make(count, DemoWorld.SEED);
    new RecordsDatabase(ownerUrl).load(people);
    return people;
  }

  /** Writes a request file about these people. */
  public static String requests(List<SyntheticPerson> people, Path file, int count)
      throws IOException {
    RequestFiles files = new RequestFiles(people, Clock.systemUTC());
    files.write(Files.newOutputStream(file), 1, count, RequestWriter.Format.NDJSON);
    return files.id(1).value();
  }
}
