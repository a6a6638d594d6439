package countersign.cli;

import countersign.Countersign;
import countersign.check.ConfigurationCheck;
import countersign.check.Program;
import countersign.check.Readiness;
import countersign.check.RunSettings;
import countersign.configuration.Instance;
import countersign.configuration.KeyCheck;
import countersign.configuration.Trust;
import countersign.partnertool.ProjectFolder;
import countersign.request.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: starts the gateway with the parts that a configuration names. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Starts the gateway on the databases, broker and partners of a configuration.")
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private ConfigurationOption configuration = new ConfigurationOption();

  @Option(
      names = "--routes",
      paramLabel = "DIR",
      description = "folder of the routes; default: the project's routes/")
  private @Nullable Path routes;

  @Option(
      names = "--create-root-key",
      description = "create a root keyset if none exists and the database is new")
  private boolean createRootKey;

  @Mixin private StateOption state = new StateOption();

  @Option(
      names = "--new-serials",
      description =
          "write the record of adopted serials anew from the database; only on a machine that has none yet")
  private boolean newSerials;

  @Option(
      names = "--dev",
      description =
          "in development: replace a changed route while the gateway runs; not in environment P")
  private boolean dev;

  @Override
  public Integer call() throws IOException {
    Path configDirectory = configuration.directory();
    if (dev && isProduction(configDirectory)) {
      return no(
          List.of(
              "NOT_IN_PRODUCTION  --dev · in environment P no route is replaced while it runs. Leave --dev out."));
    }
    Trust trust = configuration.trust();
    Clock clock = Clock.systemUTC();
    // The gateway itself compares the serials, because the ledger gets an event if one is older.
    ConfigurationCheck check =
        ConfigurationCheck.of(
            configDirectory, trust, KeyCheck.ofOpenPgp(clock), List.of(), clock.instant());
    Readiness readiness =
        Readiness.of(
            configDirectory,
            check,
            routes(routes),
            new Readiness.Machine(true, createRootKey, false));
    readiness.warnings().forEach(spec.commandLine().getErr()::println);
    RunSettings found = readiness.settings();
    if (!readiness.passes() || found == null) {
      return no(readiness.problems());
    }
    return start(configDirectory, settings(found, trust));
  }

  private Map<String, Object> settings(RunSettings found, Trust trust) throws IOException {
    Map<String, Object> settings = found.values();
    settings.put("countersign.root-of-trust", Objects.requireNonNullElse(trust.root(), ""));
    settings.put(
        "countersign.state-directory",
        state.directory(configuration.demo()).toAbsolutePath().toString());
    settings.put("countersign.new-serials", newSerials);
    settings.put("countersign.dev", dev);
    return settings;
  }

  private static boolean isProduction(Path directory) {
    return Instance.in(directory)
        .filter(instance -> instance.environment() == Environment.P)
        .isPresent();
  }

  /** The directory of the routes that a command names, or the project's. */
  static Path routes(@Nullable Path named) {
    return named == null ? ProjectFolder.path().resolve("routes") : named;
  }

  private int start(Path configDirectory, Map<String, Object> settings) throws IOException {
    String program = Program.sha256();
    spec.commandLine().getOut().println("Program: SHA-256 " + program);
    settings.put("countersign.program", program);
    settings.put("countersign.config-directory", configDirectory.toAbsolutePath().toString());
    settings.put("countersign.routes-directory", routes(routes).toAbsolutePath().toString());
    settings.putAll(GatewayStart.quietly());
    try {
      Countersign.start(settings);
    } catch (RuntimeException e) {
      return no(List.of(GatewayStart.sentenceIn(e)));
    }
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
