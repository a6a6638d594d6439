package countersign.check;

import countersign.configuration.Instance;
import countersign.configuration.Instance.Login;
import countersign.database.DatabaseRole;
import countersign.database.JdbcMigrations;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tries to reach every part once before the gateway starts and reports all failures together, one
 * sentence each. An unreachable record source does not prevent the start; the gateway waits for it.
 */
final class Preflight {
  /** The code of a port that a running gateway of this configuration has. */
  static final String HELD = "PORT_HELD";

  private static final Pattern ADDRESS =
      Pattern.compile("(?:tcp|ssl|nio|nio\\+ssl)://([^:/,)?]+):(\\d{1,5})");
  private static final int LONGEST_WAIT_MILLIS = 10_000;

  private final List<String> obstacles = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private final OwnGateway own;
  private final boolean besides;

  private Preflight(OwnGateway own, boolean besides) {
    this.own = own;
    this.besides = besides;
  }

  /**
   * Tries every part.
   *
   * @param besides whether a gateway of this configuration may be running beside this process, so
   *     that its ports are no failure
   */
  static Preflight of(Instance instance, boolean besides) {
    Preflight preflight = new Preflight(OwnGateway.of(instance), besides);
    preflight.database(instance.database());
    preflight.accounts(instance.accounts());
    preflight.records(instance.records());
    preflight.broker(instance.broker().url());
    preflight.key(instance);
    Instance.Console console = instance.console();
    preflight.port("console", new Instance.Listener(console.address(), console.port()));
    if (console.metrics() != null) {
      preflight.port("console.metrics", console.metrics());
    }
    return preflight;
  }

  /** Also refuses a role that may do too much, and a schema of an older version. */
  private void database(Login login) {
    try (Connection connection = ConfiguredParts.connect("database", login)) {
      DatabaseRole.obstacle(connection).ifPresent(obstacles::add);
      JdbcMigrations.obstacle(connection).ifPresent(obstacles::add);
    } catch (ConfiguredParts.NotReached e) {
      obstacles.add(e.getMessage());
    } catch (SQLException e) {
      closed("database", login);
    }
  }

  private void accounts(Login login) {
    try (Connection connection = ConfiguredParts.connect("database (accounts)", login)) {
      DatabaseRole.accountsObstacle(connection).ifPresent(obstacles::add);
    } catch (ConfiguredParts.NotReached e) {
      obstacles.add(e.getMessage());
    } catch (SQLException e) {
      closed("database (accounts)", login);
    }
  }

  private void records(Login login) {
    try (Connection connection = ConfiguredParts.connect("records", login)) {
      connection.clearWarnings();
    } catch (ConfiguredParts.NotReached e) {
      (e.isAway() ? warnings : obstacles).add(e.getMessage());
    } catch (SQLException e) {
      closed("records", login);
    }
  }

  private void closed(String part, Login login) {
    obstacles.add(
        "NOT_REACHED  %s · %s closed the connection. Start the gateway again."
            .formatted(part, login.url()));
  }

  /** Checked here because a started gateway would wait for the broker without a message. */
  private void broker(String url) {
    if (!answers(url)) {
      obstacles.add(
          "NOT_REACHED  broker · %s does not answer. Start it, or correct the address."
              .formatted(url));
    }
  }

  /** Whether a server of this address answers; true if it names no server of the network. */
  static boolean answers(String url) {
    List<MatchResult> addresses = ADDRESS.matcher(url).results().toList();
    return addresses.isEmpty() || addresses.stream().anyMatch(Preflight::answers);
  }

  private static boolean answers(MatchResult address) {
    try (Socket socket = new Socket()) {
      int port = Integer.parseInt(address.group(2));
      socket.connect(new InetSocketAddress(address.group(1), port), LONGEST_WAIT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void key(Instance instance) {
    Optional<String> passphrase = passphrase(instance.gatewayKeyPassphrase());
    if (passphrase.isEmpty() || !Files.isReadable(instance.gatewayKeyFile())) {
      return; // reported as a missing secret
    }
    try (InputStream in = Files.newInputStream(instance.gatewayKeyFile())) {
      SecretKey.parse(in, passphrase.get().toCharArray())
          .unfitAsGateway(Clock.systemUTC().instant())
          .ifPresent(why -> gatewayKey(instance, "cannot be used: " + why + ". Create a new one"));
    } catch (IOException e) {
      gatewayKey(
          instance, "cannot be opened. Correct keys.gatewayKeyFile or keys.gatewayKeyPassphrase");
    }
  }

  private static Optional<String> passphrase(Instance.@Nullable Secret secret) {
    try {
      return Optional.of(secret == null ? "" : secret.read());
    } catch (UncheckedIOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private void gatewayKey(Instance instance, String what) {
    obstacles.add(
        "GATEWAY_KEY  keys.gatewayKeyFile · %s %s.".formatted(instance.gatewayKeyFile(), what));
  }

  private void port(String key, Instance.Listener listener) {
    try (ServerSocket socket =
        new ServerSocket(listener.port(), 1, InetAddress.getByName(listener.address()))) {
      socket.setReuseAddress(true);
    } catch (BindException e) {
      if (own.answers()) {
        (besides ? warnings : obstacles)
            .add(
                HELD
                    + "  %s.port · a gateway with this configuration runs at %s:%d. Stop it before you start another one."
                        .formatted(key, listener.address(), listener.port()));
        return;
      }
      obstacles.add(
          "PORT_TAKEN  %s.port · %s:%d cannot be opened. Another program uses it, perhaps another copy of this gateway. Stop that program, or name another address or port."
              .formatted(key, listener.address(), listener.port()));
    } catch (IOException e) {
      obstacles.add(
          "WRONG_ADDRESS  %s.address · %s is not an address of this machine. Name one of its addresses, or 0.0.0.0 for all."
              .formatted(key, listener.address()));
    }
  }

  /** Failures that prevent the start. */
  List<String> obstacles() {
    return List.copyOf(obstacles);
  }

  /** Failures that the gateway waits out. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
