package countersign.endtoend;

import countersign.Countersign;
import countersign.TableOwners;
import countersign.WatchedDataSource;
import countersign.accounts.AccessFixtures;
import countersign.cli.GatewayStart;
import countersign.configuration.Configuration;
import countersign.demo.DemoPeople;
import countersign.demo.DemoWorld;
import countersign.pgp.DetachedSignatures;
import countersign.request.Role;
import countersign.testkit.StoredRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application in this JVM, with the demo's database, broker and SSH server, in its own
 * folder and on free ports.
 */
final class WholeGateway implements AutoCloseable {
  /** The people whom the register enrols if they decide cases. */
  private static final Map<String, Set<Role>> PEOPLE =
      Map.of(
          "adams", Set.of(Role.FIRST_REVIEWER),
          "baker", Set.of(Role.COUNTERSIGNER),
          "evans", Set.of(Role.FIRST_REVIEWER, Role.COUNTERSIGNER),
          "olsen", Set.of(Role.OPERATOR),
          "davis", Set.of(Role.PRIVACY_OFFICER),
          "clark", Set.of(Role.COUNSEL));

  private final DemoWorld parts;
  private final ConfigurableApplicationContext application;
  private final Map<String, String> passwords = new HashMap<>();

  private WholeGateway(DemoWorld parts, ConfigurableApplicationContext application) {
    this.parts = parts;
    this.application = application;
  }

  /** Starts a gateway with the demo's own SSH server as the partner's. */
  static WholeGateway start(Path folder) throws Exception {
    return start(folder, config -> {});
  }

  /** Starts a gateway that polls so often that tests wait only briefly. */
  static WholeGateway quick(Path folder) throws Exception {
    return start(
        folder,
        config -> {},
        "--countersign.inbox-poll-millis=200",
        "--countersign.inbox-still-millis=400");
  }

  /** A change of the configuration before the gateway reads it. */
  interface Change {
    void in(Path config) throws Exception;
  }

  /**
   * Starts a gateway with a changed configuration.
   *
   * @param arguments as on the command line, for example {@code
   *     --countersign.inbox-poll-millis=200}
   */
  static WholeGateway start(Path folder, Change change, String... arguments) throws Exception {
    return start(folder, change, demo -> Map.of(), arguments);
  }

  /** Settings that follow from the changed configuration. */
  interface Settings {
    Map<String, Object> of(Path demo) throws Exception;
  }

  /** Starts a gateway with other routes, and with the systems that its configuration names. */
  static WholeGateway integrated(Path folder, Path routes, Change change) throws Exception {
    return start(
        folder,
        change,
        demo -> {
          Map<String, Object> values = new HashMap<>(integrations(demo));
          values.put("countersign.routes-directory", routes.toString());
          return values;
        },
        "--countersign.inbox-poll-millis=200",
        "--countersign.inbox-still-millis=400");
  }

  private static Map<String, Object> integrations(Path demo) throws IOException {
    if (GatewayStart.ofDemo(demo) instanceof Configuration.Loaded loaded) {
      return loaded.configuration().instance().others().properties();
    }
    throw new AssertionError("The configuration does not load: " + GatewayStart.ofDemo(demo));
  }

  private static WholeGateway start(
      Path folder, Change change, Settings settings, String... arguments) throws Exception {
    DemoWorld.Place place =
        new DemoWorld.Place(
            folder, Path.of("."), FreePort.find(), FreePort.find(), FreePort.find());
    DemoWorld parts = DemoWorld.start(place, Clock.systemUTC(), line -> {});
    DemoPeople.settle(parts, PEOPLE, Clock.systemUTC());
    change.in(folder.resolve("config"));
    Map<String, Object> properties = new HashMap<>(parts.properties());
    properties.putAll(settings.of(folder));
    WholeGateway gateway =
        new WholeGateway(
            parts,
            new SpringApplicationBuilder(Countersign.class)
                .registerShutdownHook(false)
                .properties(properties)
                .initializers(WholeGateway::watch)
                .run(arguments));
    if (!(gateway.bean(DataSource.class) instanceof WatchedDataSource)) {
      throw new AssertionError("The gateway's statements are not watched");
    }
    for (String name : PEOPLE.keySet()) {
      gateway.passwords.put(name, Files.readString(folder.resolve("secrets/accounts/" + name)));
    }
    return gateway;
  }

  /** Both counsel sign a configuration document again after a test has changed it. */
  static void signs(Path home, Path document) throws IOException {
    int number = 0;
    for (String who : List.of("first-counsel", "second-counsel")) {
      number++;
      Path key = home.resolve("secrets/signatories").resolve(who + ".sec.asc");
      Files.write(
          Path.of(document + "." + number + ".asc"),
          DetachedSignatures.sign(
              new ByteArrayInputStream(Files.readAllBytes(document)),
              PlayedPartner.secret(key),
              Instant.now()));
    }
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return application.getBean(name, type);
  }

  DemoWorld parts() {
    return parts;
  }

  String passwordOf(String account) {
    return passwords.get(account);
  }

  /** Queries of its database, and assertions about files and requests. */
  StoredRows rows() {
    return new StoredRows(bean(DataSource.class));
  }

  /** Every statement of the gateway is held against the list of tables. */
  private static void watch(ConfigurableApplicationContext context) {
    context
        .getBeanFactory()
        .addBeanPostProcessor(
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && name.equals("dataSource")
                    ? new WatchedDataSource(source)
                    : AccessFixtures.on(bean, WatchedDataSource::new);
              }
            });
  }

  @Override
  public void close() {
    application.close();
    parts.close();
    TableOwners.assertKept();
  }
}
