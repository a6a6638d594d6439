package countersign.configuration;

import countersign.request.Environment;
import countersign.servers.PasswordText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settings of this instance from {@code countersign.yaml}: where its parts are and how it runs. It
 * grants nothing.
 *
 * @param environment the exchange this instance serves: production or test
 * @param database the gateway's own database, with the application's login
 * @param accounts the same database, with the login that changes accounts
 * @param records the database that look-ups read
 * @param broker the message broker
 * @param rootKeysetFile keyset that wraps every stored key
 * @param gatewayKeyFile the gateway's OpenPGP secret key
 * @param gatewayKeyPassphrase null if the key has no passphrase
 * @param console address and sign-in of the console and the REST API
 * @param sftp timing of SFTP polling and uploads
 * @param lookupThreads number of slices that are looked up concurrently
 * @param deliverThreads number of concurrent uploads
 * @param retry delays and attempts after an external system was unavailable
 * @param review how reviewers share their work
 * @param others systems that the routes name beside partners and queues
 */
public record Instance(
    Environment environment,
    Login database,
    Login accounts,
    Login records,
    Login broker,
    Path rootKeysetFile,
    Path gatewayKeyFile,
    @Nullable Secret gatewayKeyPassphrase,
    Console console,
    Sftp sftp,
    int lookupThreads,
    int deliverThreads,
    Retry retry,
    Review review,
    OtherSystems others) {
  /** Where the meters are served if nothing else is said: only this machine reaches it. */
  private static final String LOOPBACK = "127.0.0.1";

  /**
   * Address and credentials of an external system.
   *
   * @param url without user and password
   * @param user null if no user is needed
   * @param password null if no password is needed
   */
  public record Login(String url, @Nullable String user, @Nullable Secret password) {}

  /**
   * Location of a secret. Exactly one of the two components is set.
   *
   * @param file file that contains the secret and nothing else
   * @param env name of an environment variable
   */
  public record Secret(@Nullable Path file, @Nullable String env) {

    /**
     * Reads the secret, without a line end.
     *
     * @throws UncheckedIOException if its file cannot be read
     * @throws IllegalStateException if its environment variable is not set
     * @throws countersign.servers.NotAPassword if it is something that must not be sent
     */
    public String read() {
      if (file != null) {
        try {
          return PasswordText.of(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
          throw new UncheckedIOException("The secret in " + file + " cannot be read", e);
        }
      }
      return Optional.ofNullable(env)
          .map(System::getenv)
          .map(text -> PasswordText.of(text.getBytes(StandardCharsets.UTF_8), env))
          .orElseThrow(() -> new IllegalStateException("The variable " + env + " is not set"));
    }
  }

  /**
   * Settings of the console and the REST API.
   *
   * @param address address to listen on
   * @param port port to listen on
   * @param signIn how people sign in
   * @param metrics where the metrics can be read without an account; null if nowhere
   * @param tls certificate and key of the console; null if it does not use TLS
   * @param passkeys for which address people make passkeys; null if they make none
   * @param oidc the identity provider; null if people sign in with passwords
   */
  public record Console(
      String address,
      int port,
      SignIn signIn,
      @Nullable Listener metrics,
      @Nullable Tls tls,
      @Nullable PasskeyAddress passkeys,
      @Nullable IdentityProvider oidc) {}

  /**
   * The address for which people make passkeys.
   *
   * @param rpId the domain of the console
   * @param origin scheme, host and port of the console, as a browser sees it
   */
  public record PasskeyAddress(String rpId, String origin) {}

  /**
   * A place where the gateway listens.
   *
   * @param address address to listen on
   * @param port port to listen on
   */
  public record Listener(String address, int port) {}

  /**
   * What the console needs for TLS.
   *
   * @param certificateFile certificate chain, PEM
   * @param privateKeyFile private key, PEM
   */
  public record Tls(Path certificateFile, Path privateKeyFile) {}

  /** How people sign in. */
  public enum SignIn {
    /** A password alone; only in environment T (test). */
    PASSWORD,
    /** An identity provider. */
    OIDC
  }

  /**
   * SFTP timing.
   *
   * @param pollDelay delay between two polls of an inbox
   * @param still time for which a file's size must not change before it is read
   * @param connectTimeout longest wait for a connection
   * @param readTimeout longest time without data
   * @param uploadTimeout longest duration of an upload
   */
  public record Sftp(
      Duration pollDelay,
      Duration still,
      Duration connectTimeout,
      Duration readTimeout,
      Duration uploadTimeout) {}

  /**
   * Retry delays and attempts.
   *
   * @param firstDelay delay before the second attempt; doubled after each attempt
   * @param longestDelay longest delay between two attempts
   * @param tries attempts after which the work item is parked
   */
  public record Retry(Duration firstDelay, Duration longestDelay, int tries) {}

  /**
   * How reviewers share their work.
   *
   * @param lease time after which a claim ends if its holder does not work on the case
   * @param openClaims largest number of claims of one person
   * @param samePairInARow number of cases in a row that the same two people sign
   * @param presentWithin time for which a countersigner counts as present
   * @param controlCasesPerThousand number of control cases for a thousand drafts
   */
  public record Review(
      Duration lease,
      int openClaims,
      int samePairInARow,
      Duration presentWithin,
      int controlCasesPerThousand) {
    /** Applies to an instance that says nothing about it. */
    static final Review UNSTATED =
        new Review(Duration.ofMinutes(15), 5, 10, Duration.ofMinutes(60), 0);

    static Review of(Section section) {
      return new Review(
          Duration.ofMinutes(section.number("leaseMinutes")),
          section.number("openClaims"),
          section.number("samePairInARow"),
          Duration.ofMinutes(section.number("presentWithinMinutes")),
          section.number("controlCasesPerThousand"));
    }
  }

  /** The settings in a directory; empty if {@code countersign.yaml} does not have its form. */
  public static Optional<Instance> in(Path directory) {
    return Configuration.sections(directory, DocumentKind.INSTANCE).stream()
        .findFirst()
        .map(Instance::of);
  }

  static Instance of(Section root) {
    Section keys = root.section("keys");
    return new Instance(
        Environment.valueOf(root.text("environment")),
        login(root.section("database"), "user", "password"),
        login(root.section("database"), "accountsUser", "accountsPassword"),
        login(root.section("records"), "user", "password"),
        login(root.section("broker"), "user", "password"),
        keys.file("rootKeysetFile"),
        keys.file("gatewayKeyFile"),
        secret(keys, "gatewayKeyPassphrase"),
        console(root.section("console")),
        sftp(root.section("sftp")),
        root.section("consumers").number("lookupThreads"),
        root.section("consumers").number("deliverThreads"),
        retry(root.section("retry")),
        root.optionalSection("review").map(Review::of).orElse(Review.UNSTATED),
        OtherSystems.of(root));
  }

  private static Console console(Section console) {
    return new Console(
        console.text("address"),
        console.number("port"),
        SignIn.valueOf(console.text("signIn")),
        console
            .optionalSection("metrics")
            .map(
                metrics ->
                    new Listener(
                        metrics.optionalText("address").orElse(LOOPBACK), metrics.number("port")))
            .orElse(null),
        console
            .optionalSection("tls")
            .map(tls -> new Tls(tls.file("certificateFile"), tls.file("privateKeyFile")))
            .orElse(null),
        console
            .optionalSection("passkeys")
            .map(where -> new PasskeyAddress(where.text("rpId"), where.text("origin")))
            .orElse(null),
        console.optionalSection("oidc").map(IdentityProvider::of).orElse(null));
  }

  private static Login login(Section section, String user, String password) {
    return new Login(
        section.text("url"), section.optionalText(user).orElse(null), secret(section, password));
  }

  /** The location of a secret under a key; null if the key is absent. */
  public static @Nullable Secret secret(Section section, String key) {
    return section
        .optionalSection(key)
        .map(
            where ->
                new Secret(
                    where.has("file") ? where.file("file") : null,
                    where.optionalText("env").orElse(null)))
        .orElse(null);
  }

  /**
   * Reads the passphrase of the gateway's key.
   *
   * @throws UncheckedIOException if its file cannot be read
   * @throws IllegalStateException if its environment variable is not set
   */
  static @Nullable String passphrase(Section keys) {
    Secret secret = secret(keys, "gatewayKeyPassphrase");
    return secret == null ? null : secret.read();
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
