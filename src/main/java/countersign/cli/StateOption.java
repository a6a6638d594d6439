package countersign.cli;

import countersign.partnertool.ProjectFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Names the directory in which the gateway keeps what must outlive neither an old database nor an
 * old configuration. It comes from the command line or the environment of the process.
 */
final class StateOption {
  private static final String VARIABLE = "COUNTERSIGN_STATE";

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "directory with the record of adopted serials; default: the environment variable "
              + VARIABLE
              + ", or the project's var/")
  private @Nullable Path state;

  /**
   * The directory.
   *
   * @param demo folder of a demo, which keeps its own; null if there is none
   */
  Path directory(@Nullable Path demo) {
    if (state != null) {
      return state;
    }
    String variable = System.getenv(VARIABLE);
    if (variable != null) {
      return Path.of(variable);
    }
    return demo == null ? ProjectFolder.path().resolve("var") : demo;
  }
}
