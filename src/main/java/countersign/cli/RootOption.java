package countersign.cli;

import countersign.configuration.Trust;
import countersign.partnertool.KeyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Names the fingerprint to which this installation is bound. It comes from the command line or the
 * environment of the process, because a person who can write the configuration must not choose it.
 */
public final class RootOption {
  /** The file in a demo's folder that holds the demo's fingerprint. */
  public static final String DEMO_FILE = "root-of-trust";

  private static final String VARIABLE = "COUNTERSIGN_ROOT";

  @Option(
      names = "--root-of-trust",
      paramLabel = "SHA256",
      description =
          "SHA-256 of the first version of the signatories; default: the environment variable "
              + VARIABLE)
  private @Nullable String root;

  /**
   * What counts from outside the directory.
   *
   * @param demo folder of a demo, which has bound itself; null if there is none
   * @throws IOException if the demo's fingerprint cannot be read
   */
  Trust trust(@Nullable Path demo) throws IOException {
    return Trust.of(KeyFiles.signatures(Clock.systemUTC()), fingerprint(demo));
  }

  private @Nullable String fingerprint(@Nullable Path demo) throws IOException {
    if (root != null) {
      return root;
    }
    String variable = System.getenv(VARIABLE);
    return variable == null && demo != null ? ofDemo(demo) : variable;
  }

  private static @Nullable String ofDemo(Path demo) throws IOException {
    Path file = demo.resolve(DEMO_FILE);
    return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : null;
  }
}
