package countersign.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of the demo that are not the gateway: database, broker, SSH server, people, keys,
 * configuration, all below one folder and kept over restarts. Starting it twice on one folder is
 * refused in a sentence. Closing stops everything it started.
 */
public final class DemoWorld implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DemoWorld.class);

  /** How many people live in it. */
  public static final int PEOPLE = 10_000;

  /** The seed they are made from. */
  public static final long SEED = 20261124L;

  /**
   * Where a world lies and listens.
   *
   * @param home {@code var/demo}
   * @param project where {@code config/} and {@code routes/} lie
   * @param httpPort console and API
   * @param sftpPort partner's server
   * @param databasePort PostgreSQL
   */
  public record Place(Path home, Path project, int httpPort, int sftpPort, int databasePort) {
    /** Makes the paths absolute. */
    public Place {
      home = home.toAbsolutePath().normalize();
      project = project.toAbsolutePath().normalize();
    }

    /** The same place, with a free port in place of each 0. */
    public Place onFreePorts() throws IOException {
      return new Place(
          home,
          project,
          WorldLock.free(httpPort),
          WorldLock.free(sftpPort),
          WorldLock.free(databasePort));
    }

    Map<String, Integer> ports() {
      Map<String, Integer> ports = new LinkedHashMap<>();
      ports.put("--http-port", httpPort);
      ports.put("--sftp-port", sftpPort);
      ports.put("--database-port", databasePort);
      return ports;
    }
  }

  /** What was started, in order; closed the other way round. */
  private record Parts(
      WorldLock lock, EmbeddedDatabase database, EmbeddedBroker broker, EmbeddedSftp sftp) {}

  private final Place place;
  private final Keyring keys;
  private final Parts parts;

  private DemoWorld(Place place, Keyring keys, Parts parts) {
    this.place = place;
    this.keys = keys;
    this.parts = parts;
  }

  /**
   * Starts it.
   *
   * @param tells takes one line of progress after the other
   * @param nameControl how a surname becomes a name control in the records
   * @throws CannotStart with a sentence for the person who tried: another copy runs, or a port is
   *     taken
   */
  public static DemoWorld start(
      Place place, Clock clock, Consumer<String> tells, UnaryOperator<String> nameControl)
      throws IOException, SQLException, CannotStart {
    WorldLock lock;
    try {
      lock = WorldLock.take(place.home());
      EmbeddedDatabase.stopOrphan(place.home().resolve("postgres/data"));
      WorldLock.ports(place.ports());
    } catch (WorldLock.Occupied e) {
      throw new CannotStart(e.getMessage());
    }
    boolean fresh = !Files.exists(place.home().resolve("people.csv"));
    tells.accept(
        fresh ? "Making a new world in " + place.home() : "Waking the world in " + place.home());
    Keyring keys = new Keyring(place.home(), clock.instant());
    keys.gateway();
    new DemoConfig(place.project().resolve("config"), place.home(), keys, clock.instant())
        .write(place.sftpPort(), place.httpPort(), place.databasePort());
    tells.accept("Keys and configuration are there, every document signed by two");
    EmbeddedDatabase database =
        EmbeddedDatabase.start(
            place.home().resolve("postgres"), place.databasePort(), passwords(place.home()));
    tells.accept("PostgreSQL answers on port " + place.databasePort());
    records(place.home(), database, nameControl);
    tells.accept(PEOPLE + " people who do not exist are in the records");
    EmbeddedBroker broker = EmbeddedBroker.start(place.home().resolve("activemq"));
    EmbeddedSftp sftp = sftp(place, keys);
    tells.accept("The partner's SFTP server answers on port " + sftp.port());
    return new DemoWorld(place, keys, new Parts(lock, database, broker, sftp));
  }

  /** A sentence about why there is no demo now. */
  public static final class CannotStart extends Exception {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
      super(message);
    }
  }

  private static EmbeddedDatabase.Passwords passwords(Path home) throws IOException {
    Path secrets = home.resolve("secrets");
    return new EmbeddedDatabase.Passwords(
        Secrets.kept(secrets.resolve("owner")),
        Secrets.kept(secrets.resolve("app")),
        Secrets.kept(secrets.resolve("records")));
  }

  private static void records(
      Path home, EmbeddedDatabase database, UnaryOperator<String> nameControl)
      throws SQLException, IOException {
    Path csv = home.resolve("people.csv");
    if (Files.exists(csv)) {
      return;
    }
    List<Person> people = SyntheticPeople.make(PEOPLE, SEED);
    RecordsDatabase records = new RecordsDatabase(database.superuserUrl("records"), nameControl);
    records.load(people);
    RecordsDatabase.writeCsv(people, csv);
  }

  private static EmbeddedSftp sftp(Place place, Keyring keys) throws IOException {
    Path hostKey = keys.ssh("secrets/ssh_host");
    Path authorized = place.home().resolve("secrets/authorized_keys");
    Secrets.write(
        authorized,
        keys.sshPublic("secrets/gateway_ssh") + "\n" + keys.sshPublic("partner/id_ed25519") + "\n");
    Secrets.write(
        place.home().resolve("secrets/known_hosts"),
        "[127.0.0.1]:%d %s%n".formatted(place.sftpPort(), hostKeyLine(keys)));
    return EmbeddedSftp.start(
        place.sftpPort(), hostKey, authorized, place.home().resolve("sftp/dhs-ice"));
  }

  private static String hostKeyLine(Keyring keys) throws IOException {
    String[] words = keys.sshPublic("secrets/ssh_host").split(" ", 3);
    return words[0] + " " + words[1];
  }

  /** What the gateway must be told to live in this world, as Spring properties. */
  public Map<String, Object> properties() throws IOException {
    EmbeddedDatabase.Passwords passwords = passwords(place.home());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("spring.datasource.url", parts.database().url("countersign"));
    properties.put("spring.datasource.username", "countersign_app");
    properties.put("spring.datasource.password", passwords.app());
    properties.put("spring.flyway.url", parts.database().url("countersign"));
    properties.put("spring.flyway.user", "countersign_owner");
    properties.put("spring.flyway.password", passwords.owner());
    properties.put("countersign.records.url", parts.database().url("records"));
    properties.put("countersign.records.user", "records_reader");
    properties.put("countersign.records.password", passwords.records());
    properties.put("spring.activemq.broker-url", EmbeddedBroker.URL);
    properties.put("countersign.config-directory", place.home().resolve("config").toString());
    properties.put("countersign.routes-directory", place.project().resolve("routes").toString());
    properties.put(
        "countersign.vault.root-keyset", place.home().resolve("secrets/root.keyset").toString());
    properties.put("countersign.vault.create", "true");
    properties.put("countersign.gateway-key", keys.gatewayFile().toString());
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", String.valueOf(place.httpPort()));
    return properties;
  }

  /** Where the console is. */
  public String url() {
    return "http://127.0.0.1:" + place.httpPort();
  }

  /** The SSH server's public key: type and Base64. */
  String hostKey() throws IOException {
    return hostKeyLine(keys);
  }

  /** Everybody in it. */
  public List<Person> people() {
    return SyntheticPeople.make(PEOPLE, SEED);
  }

  /** Its place. */
  public Place place() {
    return place;
  }

  /** Its keys. */
  Keyring keys() {
    return keys;
  }

  /** Stops everything, also if this thread was interrupted while others stopped. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    quietly("SSH server", parts.sftp());
    quietly("broker", parts.broker());
    quietly("database", parts.database());
    quietly("lock", parts.lock());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void quietly(String name, AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("The {} did not stop cleanly", name, e);
    }
  }
}
