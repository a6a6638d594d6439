package countersign.cli;

import countersign.Countersign;
import countersign.configuration.Configuration;
import countersign.configuration.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the gateway with the parts that a configuration names. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Starts the gateway on the databases, broker and partners of a configuration.")
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--config", paramLabel = "DIR", description = "default: the project's config/")
  private @Nullable Path config;

  @Option(names = "--routes", paramLabel = "DIR", description = "default: the project's routes/")
  private @Nullable Path routes;

  @Option(
      names = "--create-root-key",
      description = "make a root keyset if there is none and the database is new")
  private boolean createRootKey;

  @Override
  public Integer call() throws IOException {
    Path project = CountersignCommand.project();
    Path configDirectory = config == null ? project.resolve("config") : config;
    Configuration.Result result =
        Configuration.load(configDirectory, new Signatures(Clock.systemUTC()));
    if (!(result instanceof Configuration.Loaded loaded)) {
      return no(result.all());
    }
    Instance instance = loaded.configuration().instance();
    RunSettings found = RunSettings.of(instance, createRootKey);
    if (!found.missing().isEmpty()) {
      loaded.warnings().forEach(spec.commandLine().getErr()::println);
      return no(found.missing());
    }
    Preflight preflight = Preflight.of(instance);
    preflight.warnings().forEach(spec.commandLine().getErr()::println);
    if (!preflight.obstacles().isEmpty()) {
      return no(preflight.obstacles());
    }
    Map<String, Object> settings = found.values();
    settings.put("countersign.config-directory", configDirectory.toAbsolutePath().toString());
    settings.put(
        "countersign.routes-directory",
        (routes == null ? project.resolve("routes") : routes).toAbsolutePath().toString());
    Countersign.start(settings);
    untilStopped();
    return 0;
  }

  private int no(List<?> sentences) {
    sentences.forEach(spec.commandLine().getErr()::println);
    return 1;
  }

  private static void untilStopped() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
