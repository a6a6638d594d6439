package countersign.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The parts of the demo other than the gateway: database, broker, SSH server, people, keys,
 * configuration. All files are in one folder and survive restarts. A second start on the same
 * folder fails with a message. Closing stops everything that this object started.
 */
public final class DemoWorld implements AutoCloseable {
  /** The partner, and the only user of its SFTP server. */
  static final String PARTNER = "dhs-ice";

  /** Number of synthetic people. */
  public static final int PEOPLE = 10_000;

  /** Seed from which they are generated. */
  public static final long SEED = 20261124L;

  /**
   * Folders and ports of a world.
   *
   * @param home {@code var/demo}
   * @param project folder that contains {@code config/} and {@code routes/}
   * @param httpPort port of the console and the API
   * @param sftpPort port of the partner's SFTP server
   * @param databasePort port of PostgreSQL
   */
  public record Place(Path home, Path project, int httpPort, int sftpPort, int databasePort) {
    /** Makes the paths absolute. */
    public Place {
      home = home.toAbsolutePath().normalize();
      project = project.toAbsolutePath().normalize();
    }

    /** The same with a free port in place of each 0. */
    public Place onFreePorts() throws IOException {
      return new Place(
          home,
          project,
          WorldLock.free(httpPort),
          WorldLock.free(sftpPort),
          WorldLock.free(databasePort));
    }

    /** Folder of PostgreSQL's data. */
    Path database() {
      return home.resolve("postgres");
    }

    /**
     * Folder for PostgreSQL's programs, whose unpacking takes seconds. All worlds share {@code
     * target/programs}; if it is neither writable nor unpacked yet, this world uses a folder of its
     * own.
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
  private final StartedParts started;
  private final DatabaseStart database;

  private DemoWorld(Place place, Keyring keys, StartedParts started, DatabaseStart database) {
    this.place = place;
    this.keys = keys;
    this.started = started;
    this.database = database;
  }

  /**
   * Starts the world and waits until every part runs.
   *
   * @param progress receives progress messages, one line each, from several threads
   * @throws CannotStart if another process uses the world or a port is taken; the message is for
   *     the user
   */
  public static DemoWorld start(Place place, Clock clock, Consumer<String> progress)
      throws IOException, CannotStart {
    DemoWorld world = begin(place, clock, progress);
    try {
      world.await();
    } catch (IOException e) {
      world.close();
      throw e;
    }
    return world;
  }

  /**
   * Starts the world; the database, which takes longest, may still be starting when this returns.
   *
   * @see #await
   */
  public static DemoWorld begin(Place place, Clock clock, Consumer<String> progress)
      throws IOException, CannotStart {
    StartedParts started = new StartedParts();
    try {
      enter(place, started);
      boolean fresh = !Files.exists(place.home().resolve("people.csv"));
      progress.accept(
          fresh
              ? "Creating a new demo in " + place.home()
              : "Continuing the demo in " + place.home());
      DatabaseStart database = new DatabaseStart(place, passwords(place.home()), progress);
      started.add("database", database).begin();
      Keyring keys = new Keyring(place.home(), clock.instant());
      keys.gateway();
      if (fresh) {
        keys.root();
      }
      new DemoConfig(place.project().resolve("config"), place.home(), keys, clock.instant())
          .write(place.sftpPort(), place.httpPort(), place.databasePort())
          .ifPresent(progress);
      progress.accept("Keys and configuration are ready");
      started.add("broker", EmbeddedBroker.start(place.home().resolve("activemq")));
      started.add("SSH server", sftp(place, keys));
      progress.accept("The partner's SFTP server answers on port " + place.sftpPort());
      return new DemoWorld(place, keys, started, database);
    } catch (IOException | CannotStart | RuntimeException e) {
      started.close();
      throw e;
    }
  }

  private static void enter(Place place, StartedParts started) throws IOException, CannotStart {
    try {
      started.add("lock", WorldLock.take(place.home()));
      EmbeddedDatabase.stopOrphan(place.database(), place.programs());
      WorldLock.ports(place.ports());
    } catch (WorldLock.Occupied e) {
      throw new CannotStart(e.getMessage());
    }
  }

  /**
   * Waits until the database answers and contains the synthetic people.
   *
   * @throws IOException if the database does not start
   */
  void await() throws IOException {
    database.await();
  }

  /** Says in one sentence why the demo cannot start now. */
  public static final class CannotStart extends Exception {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
      super(message);
    }
  }

  private static EmbeddedDatabase.Passwords passwords(Path home) throws IOException {
    return EmbeddedDatabase.Passwords.kept(home.resolve("secrets"));
  }

  private static EmbeddedSftp sftp(Place place, Keyring keys) throws IOException {
    Path hostKey = keys.ssh("secrets/ssh_host");
    Path authorized = place.home().resolve("secrets/authorized_keys");
    DemoSecrets.write(
        authorized,
        keys.sshPublic("secrets/gateway_ssh") + "\n" + keys.sshPublic("partner/id_ed25519") + "\n");
    DemoSecrets.write(
        place.home().resolve("secrets/known_hosts"),
        "[127.0.0.1]:%d %s%n".formatted(place.sftpPort(), hostKeyLine(keys)));
    return EmbeddedSftp.start(
        place.sftpPort(), PARTNER, hostKey, authorized, place.home().resolve("sftp/dhs-ice"));
  }

  private static String hostKeyLine(Keyring keys) throws IOException {
    String[] words = keys.sshPublic("secrets/ssh_host").split(" ", 3);
    return words[0] + " " + words[1];
  }

  /** A connection with the role that owns the gateway's tables, which the gateway does not have. */
  public Connection asOwner() throws IOException, SQLException {
    return DriverManager.getConnection(
        url("countersign"), "countersign_owner", passwords(place.home()).owner());
  }

  /** The Spring properties with which a gateway runs in this world. */
  public Map<String, Object> properties() throws IOException {
    EmbeddedDatabase.Passwords passwords = passwords(place.home());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("spring.datasource.url", url("countersign"));
    properties.put("spring.datasource.username", "countersign_app");
    properties.put("spring.datasource.password", passwords.app());
    properties.put("countersign.accounts.url", url("countersign"));
    properties.put("countersign.accounts.user", "countersign_accounts");
    properties.put("countersign.accounts.password", passwords.accounts());
    properties.put("countersign.records.url", url("records"));
    properties.put("countersign.records.user", "records_reader");
    properties.put("countersign.records.password", passwords.records());
    properties.put("spring.activemq.broker-url", EmbeddedBroker.URL);
    properties.put("countersign.config-directory", place.home().resolve("config").toString());
    properties.put("countersign.root-of-trust", new DemoRoot(place.home(), keys).fingerprint());
    properties.put("countersign.state-directory", place.home().toString());
    properties.put("countersign.routes-directory", place.project().resolve("routes").toString());
    properties.put(
        "countersign.vault.root-keyset", place.home().resolve("secrets/root.keyset").toString());
    properties.put("countersign.vault.create", "true");
    properties.put("countersign.gateway-key", keys.gatewayFile().toString());
    properties.put("countersign.passkeys.rp-id", "localhost");
    properties.put("countersign.passkeys.origin", "http://localhost:" + place.httpPort());
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", String.valueOf(place.httpPort()));
    return properties;
  }

  /** JDBC address for the superuser, who made this world; no part of the gateway has it. */
  public String superuserUrl(String database) throws IOException {
    return EmbeddedDatabase.superuserUrl(place.databasePort(), database, passwords(place.home()));
  }

  private String url(String database) {
    return EmbeddedDatabase.url(place.databasePort(), database);
  }

  /** The configuration of this world. */
  DemoConfig configuration(Clock clock) {
    return new DemoConfig(place.project().resolve("config"), place.home(), keys, clock.instant());
  }

  /** Directory of the configuration. */
  Path configuration() {
    return place.home().resolve("config");
  }

  /** Address of the console. */
  public String url() {
    return "http://127.0.0.1:" + place.httpPort();
  }

  /** The SSH server's public key: type and Base64. */
  String hostKey() throws IOException {
    return hostKeyLine(keys);
  }

  /** Every person in this world. */
  public List<SyntheticPerson> people() {
    return SyntheticPeople.make(PEOPLE, SEED);
  }

  /** Folders and ports of this world. */
  public Place place() {
    return place;
  }

  /** Keys of this world. */
  Keyring keys() {
    return keys;
  }

  /** Leaves the shutdown at the end of the process to the gateway from now on. */
  void handOver() {
    started.handOver();
  }

  /** Stops every part. */
  @Override
  public void close() {
    started.close();
  }
}
