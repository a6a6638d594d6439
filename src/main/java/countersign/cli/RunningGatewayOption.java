package countersign.cli;

import countersign.configuration.Trust;
import countersign.partnertool.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the configuration of a running gateway: that of a demo, or any other. */
final class RunningGatewayOption {
  @ArgGroup(exclusive = true)
  private @Nullable Place place;

  /** One of the two. */
  static final class Place {
    @Option(
        names = "--config",
        paramLabel = "DIR",
        description = "configuration of the gateway; default: that of the demo")
    private @Nullable Path config;

    @Option(
        names = "--var",
        paramLabel = "DIR",
        description = "the demo's --var; default: the project's var/")
    private @Nullable Path var;
  }

  @Mixin private RootOption root = new RootOption();

  /**
   * What counts from outside the directory.
   *
   * @throws IOException if no root of trust is bound, because then no signed document counts
   */
  Trust trust() throws IOException {
    Trust trust = root.trust(place == null || place.config == null ? demo() : null);
    if (trust.root() == null) {
      throw new IOException(
          "No root of trust is given, so no signed document counts. Name the gateway's with --root-of-trust or COUNTERSIGN_ROOT.");
    }
    return trust;
  }

  /** The folder of the demo. */
  Path demo() {
    Path var = place == null ? null : place.var;
    return (var == null ? ProjectFolder.path().resolve("var") : var).resolve("demo");
  }

  /**
   * The directory of the configuration.
   *
   * @throws IOException if it does not exist
   */
  Path configuration() throws IOException {
    Path config = place == null ? null : place.config;
    Path directory = config == null ? demo().resolve("config") : config;
    if (!Files.isDirectory(directory)) {
      throw new IOException(
          config == null
              ? "There is no demo in %s. Start it with bin/countersign demo, or name another one with --var, or a configuration with --config."
                  .formatted(demo())
              : "There is no folder %s.".formatted(directory));
    }
    return directory;
  }
}
