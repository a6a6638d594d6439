package countersign.cli;

import countersign.Countersign;
import countersign.configuration.Configuration;
import countersign.configuration.Instance;
import countersign.configuration.Problem;
import countersign.configuration.Trust;
import countersign.routeproof.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Option(names = "--routes", paramLabel = "DIR", description = "default: the project's routes/")
  private @Nullable Path routes;

  @Option(
      names = "--create-root-key",
      description = "create a root keyset if none exists and the database is new")
  private boolean createRootKey;

  @Mixin private StateOption state = new StateOption();

  @Option(
      names = "--new-serials",
      description =
          "make the record of adopted serials from the database, because this machine has none yet")
  private boolean newSerials;

  @Override
  public Integer call() throws IOException {
    Path configDirectory = configuration.directory();
    Trust trust = configuration.trust();
    Configuration.Result result = GatewayStart.checked(configDirectory, trust);
    Verdict verdict = ConfiguredRoutes.verdict(configDirectory, routes);
    if (!(result instanceof Configuration.Loaded loaded) || !verdict.passes()) {
      return no(problems(result, verdict));
    }
    Instance instance = loaded.configuration().instance();
    RunSettings found = RunSettings.of(instance, createRootKey);
    loaded.warnings().stream()
        .filter(warning -> !isToldBelow(warning))
        .forEach(spec.commandLine().getErr()::println);
    if (!found.missing().isEmpty()) {
      return no(found.missing());
    }
    Preflight preflight = Preflight.of(instance);
    preflight.warnings().forEach(spec.commandLine().getErr()::println);
    if (!preflight.obstacles().isEmpty()) {
      return no(preflight.obstacles());
    }
    Map<String, Object> settings = found.values();
    settings.put("countersign.root-of-trust", Objects.requireNonNullElse(trust.root(), ""));
    settings.put(
        "countersign.state-directory",
        state.directory(configuration.demo()).toAbsolutePath().toString());
    settings.put("countersign.new-serials", newSerials);
    return start(configDirectory, settings);
  }

  private static List<Object> problems(Configuration.Result result, Verdict verdict) {
    List<Object> problems = new ArrayList<>();
    if (!(result instanceof Configuration.Loaded)) {
      problems.addAll(result.all());
    }
    problems.addAll(verdict.problems());
    return problems;
  }

  private int start(Path configDirectory, Map<String, Object> settings) {
    settings.put("countersign.config-directory", configDirectory.toAbsolutePath().toString());
    settings.put(
        "countersign.routes-directory",
        ConfiguredRoutes.directory(routes).toAbsolutePath().toString());
    settings.putAll(GatewayStart.quietly());
    try {
      Countersign.start(settings);
    } catch (RuntimeException e) {
      return no(List.of(GatewayStart.sentenceIn(e)));
    }
    untilStopped();
    return 0;
  }

  /** {@link RunSettings} reports the instance's own secrets. */
  private static boolean isToldBelow(Problem warning) {
    return warning.code() == Problem.Code.MISSING_SECRET
        && warning.file().equals("countersign.yaml");
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
