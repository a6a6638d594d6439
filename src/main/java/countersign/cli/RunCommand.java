package countersign.cli;

import countersign.Countersign;
import countersign.configuration.Configuration;
import countersign.configuration.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
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
      result.all().forEach(spec.commandLine().getErr()::println);
      return 1;
    }
    Map<String, Object> settings = settings(loaded.configuration().instance());
    settings.put("countersign.config-directory", configDirectory.toAbsolutePath().toString());
    settings.put(
        "countersign.routes-directory",
        (routes == null ? project.resolve("routes") : routes).toAbsolutePath().toString());
    settings.put("countersign.vault.create", String.valueOf(createRootKey));
    Countersign.start(settings);
    untilStopped();
    return 0;
  }

  /** What {@code countersign.yaml} says, in the words that the parts read. */
  static Map<String, Object> settings(Instance instance) {
    Map<String, Object> settings = new LinkedHashMap<>();
    login(
        settings,
        instance.database(),
        "spring.datasource.url",
        "spring.datasource.username",
        "spring.datasource.password");
    login(
        settings,
        instance.owner(),
        "spring.flyway.url",
        "spring.flyway.user",
        "spring.flyway.password");
    login(
        settings,
        instance.records(),
        "countersign.records.url",
        "countersign.records.user",
        "countersign.records.password");
    login(
        settings,
        instance.broker(),
        "spring.activemq.broker-url",
        "spring.activemq.user",
        "spring.activemq.password");
    own(settings, instance);
    return settings;
  }

  private static void own(Map<String, Object> settings, Instance instance) {
    settings.put("countersign.vault.root-keyset", instance.rootKeysetFile().toString());
    settings.put("countersign.gateway-key", instance.gatewayKeyFile().toString());
    settings.put("server.address", instance.console().address());
    settings.put("server.port", String.valueOf(instance.console().port()));
    settings.put("countersign.inbox-poll-millis", instance.sftp().pollDelay().toMillis());
    settings.put("countersign.inbox-still-millis", instance.sftp().still().toMillis());
    settings.put("countersign.upload-within", instance.sftp().uploadTimeout().toString());
    settings.put("countersign.consumers.lookup", instance.lookupThreads());
    settings.put("countersign.consumers.deliver", instance.deliverThreads());
  }

  private static void login(
      Map<String, Object> settings, Instance.Login login, String url, String user, String word) {
    settings.put(url, login.url());
    if (login.user() != null) {
      settings.put(user, login.user());
    }
    if (login.password() != null) {
      settings.put(word, login.password().read());
    }
  }

  private static void untilStopped() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
