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

/** Names the configuration that a command uses: any directory, or that of a demo. */
public final class ConfigurationOption {
  @ArgGroup(exclusive = true)
  private @Nullable Place place;

  /** One of the two. */
  static final class Place {
    @Option(
        names = "--config",
        paramLabel = "DIR",
        description = "directory of the configuration; default: the project's config/")
    private @Nullable Path config;

    @Option(
        names = "--var",
        paramLabel = "DIR",
        description = "folder of a demo, as its --var: uses the configuration of that demo")
    private @Nullable Path var;
  }

  @Mixin private RootOption root = new RootOption();

  /** What counts from outside the directory. */
  Trust trust() throws IOException {
    return root.trust(demo());
  }

  /** The folder of the demo that this names; null if it names none. */
  @Nullable Path demo() {
    Path var = place == null ? null : place.var;
    return var == null ? null : var.resolve("demo");
  }

  /**
   * The directory of the configuration.
   *
   * @throws IOException if it does not exist
   */
  public Path directory() throws IOException {
    Path directory = named();
    if (!Files.isDirectory(directory)) {
      throw new IOException(
          "The directory %s does not exist. Name the configuration directory with --config, or that of a demo with --var."
              .formatted(directory));
    }
    return directory;
  }

  private Path named() {
    Path demo = demo();
    Path config = place == null ? null : place.config;
    if (demo != null) {
      return demo.resolve("config");
    }
    return config == null ? ProjectFolder.path().resolve("config") : config;
  }
}
