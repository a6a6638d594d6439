package countersign.cli;

import countersign.authority.Expression;
import countersign.configuration.Configuration;
import countersign.configuration.KeyCheck;
import countersign.configuration.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What {@code run} and {@code demo} have in common when they start the gateway: the configuration
 * is checked before anything starts, and a known failure is one sentence without a stack trace.
 */
public final class GatewayStart {
  private static final String CONTEXT =
      "org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext";
  private static final Pattern CODED = Pattern.compile("[A-Z][A-Z0-9_]{3,40}  \\S");

  private GatewayStart() {}

  /**
   * Reads a configuration and proves every key that it names.
   *
   * @param trust what counts from outside the directory
   */
  public static Configuration.Result checked(Path directory, Trust trust) {
    return Configuration.load(
        directory, trust, Expression::faults, KeyCheck.ofOpenPgp(Clock.systemUTC()));
  }

  /**
   * As {@link #checked(Path, Trust)} for a demo, which has bound itself.
   *
   * @param demo folder of the demo
   * @throws IOException if the demo's fingerprint cannot be read
   */
  public static Configuration.Result ofDemo(Path demo) throws IOException {
    return checked(demo.resolve("config"), new RootOption().trust(demo));
  }

  /** Settings for a command that itself prints a failed start. */
  public static Map<String, Object> quietly() {
    return Map.of(
        "logging.level.org.springframework.boot.SpringApplication",
        "OFF",
        "logging.level." + CONTEXT,
        "ERROR");
  }

  /**
   * The sentence in a failure. Messages that the gateway's parts wrote begin with a code.
   *
   * @throws RuntimeException the failure itself, if it has no such message
   */
  public static String sentenceIn(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && CODED.matcher(message).lookingAt()) {
        return message;
      }
    }
    throw failure;
  }
}
