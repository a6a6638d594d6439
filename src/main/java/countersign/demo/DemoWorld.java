package countersign.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The parts of the demo that are not the gateway: database, broker, SSH server, people, keys,
 * configuration, all below one folder and kept over restarts. Starting it twice on one folder is
 * refused in a sentence. Closing stops everything it started.
 */
public final class DemoWorld implements AutoCloseable {
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

    /** Where PostgreSQL's data lies. */
    Path database() {
      return home.resolve("postgres");
    }

    /**
     * Where its programs are unpacked, which takes seconds: once for all worlds, beside what the
     * build made; below this world if others may not write there.
     */
    Path programs() {
      Path built = project.resolve("target");
      Path shared = built.resolve("programs");
      boolean usable =
          Files.exists(shared)
              ? Files.isWritable(shared) || isUnpacked(shared)
              : Files.isWritable(built);
      return usable ? shared : database().resolve("programs");
    }

    private static boolean isUnpacked(Path shared) {
      try (Stream<Path> versions = Files.list(shared)) {
        return versions.anyMatch(version -> Files.isReadable(version.resolve(".exists")));
      } catch (IOException e) {
        return false;
      }
    }

    Map<String, Integer> ports() {
      Map<String, Integer> ports = new LinkedHashMap<>();
      ports.put("--http-port", httpPort);
      ports.put("--sftp-port", sftpPort);
      ports.put("--database-port", databasePort);
      return ports;
    }
  }

  private final Place place;
  private final Keyring keys;
  private final Started started;
  private final DatabaseStart database;

  private DemoWorld(Place place, Keyring keys, Started started, DatabaseStart database) {
    this.place = place;
    this.keys = keys;
    this.started = started;
    this.database = database;
  }

  /**
   * Starts it and waits for all of it.
   *
   * @param tells takes one line of progress after the other, from several threads
   * @param nameControl how a surname becomes a name control in the records
   * @throws CannotStart with a sentence for the person who tried: another copy runs, or a port is
   *     taken
   */
  public static DemoWorld start(
      Place place, Clock clock, Consumer<String> tells, UnaryOperator<String> nameControl)
      throws IOException, CannotStart {
    DemoWorld world = begin(place, clock, tells, nameControl);
    try {
      world.await();
    } catch (IOException e) {
      world.close();
      throw e;
    }
    return world;
  }

  /**
   * Starts it; the database, which takes longest, may still be on its way when this returns.
   *
   * @see #await
   */
  public static DemoWorld begin(
      Place place, Clock clock, Consumer<String> tells, UnaryOperator<String> nameControl)
      throws IOException, CannotStart {
    Started started = new Started();
    try {
      enter(place, started);
      boolean fresh = !Files.exists(place.home().resolve("people.csv"));
      tells.accept(
          fresh
              ? "Creating a new demo in " + place.home()
              : "Continuing the demo in " + place.home());
      DatabaseStart database =
          new DatabaseStart(place, passwords(place.home()), tells, nameControl);
      started.add("database", database).begin();
      Keyring keys = new Keyring(place.home(), clock.instant());
      keys.gateway();
      new DemoConfig(place.project().resolve("config"), place.home(), keys, clock.instant())
          .write(place.sftpPort(), place.httpPort(), place.databasePort());
      tells.accept("Keys and configuration are ready; two people signed every document");
      started.add("broker", EmbeddedBroker.start(place.home().resolve("activemq")));
      started.add("SSH server", sftp(place, keys));
      tells.accept("The partner's SFTP server answers on port " + place.sftpPort());
      return new DemoWorld(place, keys, started, database);
    } catch (IOException | CannotStart | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private static void enter(Place place, Started started) throws IOException, CannotStart {
    try {
      started.add("lock", WorldLock.take(place.home()));
      EmbeddedDatabase.stopOrphan(place.database(), place.programs());
      WorldLock.ports(place.ports());
    } catch (WorldLock.Occupied e) {
      throw new CannotStart(e.getMessage());
    }
  }

  /**
   * Waits until the database answers and the people are in the records.
   *
   * @throws IOException if the database does not start
   */
  void await() throws IOException {
    database.await();
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
    properties.put("spring.datasource.url", url("countersign"));
    properties.put("spring.datasource.username", "countersign_app");
    properties.put("spring.datasource.password", passwords.app());
    properties.put("spring.flyway.url", url("countersign"));
    properties.put("spring.flyway.user", "countersign_owner");
    properties.put("spring.flyway.password", passwords.owner());
    properties.put("countersign.records.url", url("records"));
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

  private String url(String database) {
    return EmbeddedDatabase.url(place.databasePort(), database);
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

  /** From now on the gateway stops it when the process ends. */
  void handOver() {
    started.handOver();
  }

  /** Stops everything. */
  @Override
  public void close() {
    started.close();
  }
}
