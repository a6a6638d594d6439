package countersign.endtoend;

import countersign.Countersign;
import countersign.TableOwners;
import countersign.WatchedDataSource;
import countersign.access.Accounts;
import countersign.demo.DemoWorld;
import countersign.pgp.DetachedSignatures;
import countersign.request.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
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
 * A gateway with all its parts, in its own folder and on free ports: the demo's parts and the real
 * application.
 */
final class World implements AutoCloseable {
  private final DemoWorld parts;
  private final ConfigurableApplicationContext gateway;
  private final Map<String, String> passwords = new HashMap<>();

  private World(DemoWorld parts, ConfigurableApplicationContext gateway) {
    this.parts = parts;
    this.gateway = gateway;
  }

  /** Starts a world with the demo's own SSH server as the partner's. */
  static World start(Path folder) throws Exception {
    return start(folder, config -> {});
  }

  /** Starts a world that polls so often that tests wait only briefly. */
  static World quick(Path folder) throws Exception {
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
   * Starts a world with a changed configuration.
   *
   * @param arguments as on the command line, for example {@code
   *     --countersign.inbox-poll-millis=200}
   */
  static World start(Path folder, Change change, String... arguments) throws Exception {
    DemoWorld.Place place =
        new DemoWorld.Place(folder, Path.of("."), freePort(), freePort(), freePort());
    DemoWorld parts = DemoWorld.start(place, Clock.systemUTC(), line -> {});
    change.in(folder.resolve("config"));
    World world =
        new World(
            parts,
            new SpringApplicationBuilder(Countersign.class)
                .registerShutdownHook(false)
                .properties(parts.properties())
                .initializers(World::watch)
                .run(arguments));
    if (!(world.bean(DataSource.class) instanceof WatchedDataSource)) {
      throw new AssertionError("The gateway's statements are not watched");
    }
    world.account("adams", Role.FIRST_REVIEWER);
    world.account("baker", Role.COUNTERSIGNER);
    world.account("olsen", Role.OPERATOR);
    world.account("clark", Role.COUNSEL);
    return world;
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

  /** Adds an account. */
  void account(String name, Role... roles) {
    passwords.put(name, gateway.getBean(Accounts.class).create(name, Set.of(roles)));
  }

  <T> T bean(Class<T> type) {
    return gateway.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return gateway.getBean(name, type);
  }

  DemoWorld parts() {
    return parts;
  }

  String passwordOf(String account) {
    return passwords.get(account);
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
                    : bean;
              }
            });
  }

  @Override
  public void close() {
    gateway.close();
    parts.close();
    TableOwners.assertKept();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
