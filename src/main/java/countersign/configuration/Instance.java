package countersign.configuration;

import countersign.request.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where this instance's parts are and how it runs; from {@code countersign.yaml}. It grants
 * nothing.
 *
 * @param environment which exchange it serves
 * @param database its own database, as the application logs in
 * @param owner its own database, as the owner who migrates
 * @param records the database that is looked up
 * @param broker the message broker
 * @param rootKeysetFile wraps every key at rest
 * @param gatewayKeyFile the gateway's OpenPGP secret key
 * @param gatewayKeyPassphrase null: it has none
 * @param console where people and programs talk to it
 * @param sftp how partners' servers are polled and written to
 * @param lookupThreads slices looked up at once
 * @param deliverThreads uploads at once
 * @param retry what happens when something outside cannot be had
 */
public record Instance(
    Environment environment,
    Login database,
    Login owner,
    Login records,
    Login broker,
    Path rootKeysetFile,
    Path gatewayKeyFile,
    @Nullable Secret gatewayKeyPassphrase,
    Console console,
    Sftp sftp,
    int lookupThreads,
    int deliverThreads,
    Retry retry) {

  /**
   * Where to log in as whom.
   *
   * @param url without user and password
   * @param user null: none is asked for
   * @param password null: none is asked for
   */
  public record Login(String url, @Nullable String user, @Nullable Secret password) {}

  /**
   * Where a secret is found. Exactly one of the two is there.
   *
   * @param file a file that holds nothing else
   * @param env name of an environment variable
   */
  public record Secret(@Nullable Path file, @Nullable String env) {

    /**
     * The secret itself, without a line end.
     *
     * @throws UncheckedIOException if its file cannot be read
     * @throws IllegalStateException if its environment variable is not set
     */
    public String read() {
      if (file != null) {
        try {
          return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
          throw new UncheckedIOException("The secret in " + file + " cannot be read", e);
        }
      }
      return Optional.ofNullable(env)
          .map(System::getenv)
          .orElseThrow(() -> new IllegalStateException("The variable " + env + " is not set"));
    }
  }

  /**
   * Console and REST API.
   *
   * @param address to listen on
   * @param port to listen on
   * @param signIn how people sign in
   * @param metricsFrom address ranges that read the meters without an account
   */
  public record Console(String address, int port, SignIn signIn, List<String> metricsFrom) {
    /** Copies the list in. */
    public Console {
      metricsFrom = List.copyOf(metricsFrom);
    }
  }

  /** How people sign in. */
  public enum SignIn {
    /** A password alone; environment T only. */
    PASSWORD,
    /** A passkey. */
    PASSKEY,
    /** An identity provider. */
    OIDC
  }

  /**
   * SFTP.
   *
   * @param pollDelay between two looks into an inbox
   * @param still how long a file's size must not change before it is read
   * @param connectTimeout longest wait for a connection
   * @param readTimeout longest silence
   * @param uploadTimeout longest upload
   */
  public record Sftp(
      Duration pollDelay,
      Duration still,
      Duration connectTimeout,
      Duration readTimeout,
      Duration uploadTimeout) {}

  /**
   * Tries again.
   *
   * @param firstDelay before the second try, doubled each time
   * @param longestDelay between two tries
   * @param tries before a unit of work is parked
   */
  public record Retry(Duration firstDelay, Duration longestDelay, int tries) {}

  /** The owner's login to the database that is looked up, in a test exchange. */
  public Login recordsOwner() {
    return new Login(records.url(), owner.user(), owner.password());
  }

  static Instance of(Section root) {
    Section database = root.section("database");
    Section keys = root.section("keys");
    Section console = root.section("console");
    return new Instance(
        Environment.valueOf(root.text("environment")),
        login(database, "user", "password"),
        login(database, "ownerUser", "ownerPassword"),
        login(root.section("records"), "user", "password"),
        login(root.section("broker"), "user", "password"),
        keys.file("rootKeysetFile"),
        keys.file("gatewayKeyFile"),
        secret(keys, "gatewayKeyPassphrase"),
        new Console(
            console.text("address"),
            console.number("port"),
            SignIn.valueOf(console.text("signIn")),
            console.has("metricsFrom") ? console.texts("metricsFrom") : List.of()),
        sftp(root.section("sftp")),
        root.section("consumers").number("lookupThreads"),
        root.section("consumers").number("deliverThreads"),
        retry(root.section("retry")));
  }

  private static Login login(Section section, String user, String password) {
    return new Login(
        section.text("url"), section.optionalText(user).orElse(null), secret(section, password));
  }

  private static @Nullable Secret secret(Section section, String key) {
    return section
        .optionalSection(key)
        .map(
            where ->
                new Secret(
                    where.has("file") ? where.file("file") : null,
                    where.optionalText("env").orElse(null)))
        .orElse(null);
  }

  private static Sftp sftp(Section section) {
    return new Sftp(
        millis(section, "pollDelayMillis"),
        millis(section, "stillMillis"),
        millis(section, "connectTimeoutMillis"),
        millis(section, "readTimeoutMillis"),
        millis(section, "uploadTimeoutMillis"));
  }

  private static Retry retry(Section section) {
    return new Retry(
        millis(section, "firstDelayMillis"),
        millis(section, "longestDelayMillis"),
        section.number("tries"));
  }

  private static Duration millis(Section section, String key) {
    return Duration.ofMillis(section.longNumber(key));
  }
}
