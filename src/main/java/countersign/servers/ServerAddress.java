package countersign.servers;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an address of a database or broker names a server and nothing else. Parameters of
 * drivers load classes, write files or change what a statement means, so only listed ones count.
 */
public final class ServerAddress {
  private static final Pattern DATABASE =
      Pattern.compile("jdbc:postgresql://[A-Za-z0-9._:,\\[\\]-]+/[A-Za-z0-9._-]+(?:\\?(.*))?");
  private static final Set<String> DATABASE_PARAMETERS =
      Set.of(
          "ApplicationName",
          "channelBinding",
          "connectTimeout",
          "gssEncMode",
          "hostRecheckSeconds",
          "loadBalanceHosts",
          "loginTimeout",
          "prepareThreshold",
          "socketTimeout",
          "sslcert",
          "sslkey",
          "sslmode",
          "sslnegotiation",
          "sslrootcert",
          "targetServerType",
          "tcpKeepAlive");

  private static final Pattern FAILOVER =
      Pattern.compile("failover:(?://)?\\(([^()]+)\\)(?:\\?(.*))?");
  private static final Pattern BROKER =
      Pattern.compile("(?:auto|auto\\+ssl|tcp|ssl|nio|nio\\+ssl)://[^/?#()]+/?(?:\\?(.*))?");

  /** A broker in the same process, which the demo has; connecting creates none. */
  private static final Pattern OWN_BROKER =
      Pattern.compile("vm://[A-Za-z0-9-]+\\?create=false(?:&(.*))?");

  private static final Pattern BROKER_PARAMETER =
      Pattern.compile(
          "jms\\.(?:redeliveryPolicy|prefetchPolicy)\\.[A-Za-z]+"
              + "|jms\\.(?:closeTimeout|connectResponseTimeout|sendTimeout|useCompression|watchTopicAdvisories)"
              + "|(?:nested\\.)?(?:connectionTimeout|keepAlive|soTimeout|tcpNoDelay)"
              + "|(?:nested\\.)?wireFormat\\.(?:maxInactivityDuration|maxInactivityDurationInitalDelay|maxFrameSize)"
              + "|(?:nested\\.)?socket\\.(?:verifyHostName|enabledProtocols)"
              + "|initialReconnectDelay|maxReconnectDelay|maxReconnectAttempts|startupMaxReconnectAttempts"
              + "|timeout|randomize|useExponentialBackOff|backOffMultiplier|warnAfterReconnectAttempts");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._/:,-]{0,300}");

  private ServerAddress() {}

  /**
   * The value of {@code requireAuth} of the database's driver: it refuses a server that asks for
   * the password in clear text.
   */
  public static String noClearPassword() {
    return "!password";
  }

  /** What is wrong with the address of a database; empty if nothing is. */
  public static Optional<String> databaseObjection(String url) {
    Matcher address = DATABASE.matcher(url);
    return address.matches()
        ? parameters(address.group(1), Pattern.compile(String.join("|", DATABASE_PARAMETERS)))
        : Optional.of("an address of another form");
  }

  /** What is wrong with the address of a broker; empty if nothing is. */
  public static Optional<String> brokerObjection(String url) {
    Matcher failover = FAILOVER.matcher(url);
    if (!failover.matches()) {
      return server(url);
    }
    return Arrays.stream(failover.group(1).split(",", -1))
        .map(ServerAddress::server)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> parameters(failover.group(2), BROKER_PARAMETER));
  }

  private static Optional<String> server(String url) {
    for (Pattern form : new Pattern[] {BROKER, OWN_BROKER}) {
      Matcher address = form.matcher(url);
      if (address.matches()) {
        return parameters(address.group(1), BROKER_PARAMETER);
      }
    }
    return Optional.of("an address of another form");
  }

  private static Optional<String> parameters(@Nullable String query, Pattern allowed) {
    if (query == null) {
      return Optional.empty();
    }
    for (String parameter : query.split("&", -1)) {
      int end = parameter.indexOf('=');
      String name = end < 0 ? parameter : parameter.substring(0, end);
      String value = end < 0 ? "" : parameter.substring(end + 1);
      if (!allowed.matcher(name).matches()) {
        return Optional.of("the parameter " + name.replaceAll("[^A-Za-z0-9._%-]", "?"));
      }
      if (!VALUE.matcher(value).matches()) {
        return Optional.of("a value of the parameter %s that it cannot have".formatted(name));
      }
    }
    return Optional.empty();
  }
}
