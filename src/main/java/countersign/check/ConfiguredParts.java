package countersign.check;

import countersign.authority.Expression;
import countersign.configuration.Configuration;
import countersign.configuration.Instance;
import countersign.configuration.Instance.Login;
import countersign.configuration.Trust;
import countersign.servers.NotAPassword;
import countersign.servers.ServerAddress;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Connects commands to the parts that a configuration names. Stateless. */
public final class ConfiguredParts {
  private static final String LONGEST_WAIT_SECONDS = "10";

  private ConfiguredParts() {}

  /**
   * Reads {@code countersign.yaml} in this directory.
   *
   * @throws IllegalStateException if the configuration is invalid
   */
  public static Instance instance(Path directory) {
    return configuration(directory, Trust.NOBODY).instance();
  }

  /**
   * Reads the configuration in this directory.
   *
   * @param trust what counts from outside the directory
   * @throws IllegalStateException if the configuration is invalid
   */
  public static Configuration configuration(Path directory, Trust trust) {
    Configuration.Result result = Configuration.load(directory, trust, Expression::faults);
    if (result instanceof Configuration.Loaded loaded) {
      return loaded.configuration();
    }
    throw new IllegalStateException(
        "The configuration in %s cannot be used; `check` lists the problems".formatted(directory));
  }

  /**
   * Logs in to a database.
   *
   * @param part its name in {@code countersign.yaml}, for the message
   * @throws NotReached with a message that says what to do
   */
  public static Connection connect(String part, Login login) throws NotReached {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", LONGEST_WAIT_SECONDS);
    properties.setProperty("loginTimeout", LONGEST_WAIT_SECONDS);
    properties.setProperty("requireAuth", ServerAddress.noClearPassword());
    if (login.user() != null) {
      properties.setProperty("user", login.user());
    }
    if (login.password() != null) {
      try {
        properties.setProperty("password", login.password().read());
      } catch (NotAPassword e) {
        throw new NotReached(
            "NOT_A_PASSWORD  password of %s · %s. Name the place that holds it as %s."
                .formatted(part, e.getMessage(), secretOf(part)),
            false);
      } catch (UncheckedIOException | IllegalStateException e) {
        throw new NotReached(
            "MISSING_SECRET  password of %s · %s. Create it (bin/countersign secrets creates what is missing), or name another place as %s."
                .formatted(part, e.getMessage(), secretOf(part)),
            false);
      }
    }
    try {
      return DriverManager.getConnection(login.url(), properties);
    } catch (SQLException e) {
      throw new NotReached(sentence(part, login, e), isAway(e));
    }
  }

  private static boolean isAway(SQLException fault) {
    return Objects.requireNonNullElse(fault.getSQLState(), "08").startsWith("08");
  }

  private static String sentence(String part, Login login, SQLException fault) {
    String what =
        switch (Objects.requireNonNullElse(fault.getSQLState(), "")) {
          case "28P01", "28000" ->
              "refused the login of %s. Put the password that deploy/postgres/roles.sh gave this role into the file that %s names, or change the role's"
                  .formatted(login.user(), secretOf(part));
          case "3D000" -> "has no such database. Create it with deploy/postgres/roles.sh";
          case "42501" ->
              "does not allow %s to connect. Grant it the right, as deploy/postgres/roles.sh does"
                  .formatted(login.user());
          case "57P03" -> "is starting up. Wait, then start the gateway again";
          case "53300" ->
              "has no free connection. Raise max_connections, or stop a program that uses"
                  + " connections";
          default -> "does not answer. Start it, or correct the address";
        };
    return "NOT_REACHED  %s · %s %s.".formatted(part, login.url(), what);
  }

  private static String secretOf(String part) {
    if (part.endsWith("(owner)")) {
      return "--password-file";
    }
    return (part.endsWith("(accounts)") ? "database.accountsPassword" : part + ".password")
        + " in countersign.yaml";
  }

  /** A part cannot be used; the message is for the user. */
  public static final class NotReached extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean away;

    NotReached(@Nullable String message, boolean away) {
      super(message);
      this.away = away;
    }

    /** True if it may answer later; false if somebody must change something first. */
    boolean isAway() {
      return away;
    }
  }
}
