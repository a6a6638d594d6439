package countersign.endtoend;

import countersign.Countersign;
import countersign.access.Accounts;
import countersign.demo.DemoWorld;
import countersign.pgp.DetachedSignatures;
import countersign.request.Role;
import countersign.validation.NameControl;
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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A gateway with everything around it, in a folder of its own, on free ports: the demo's parts and
 * the real application.
 */
final class World implements AutoCloseable {
  private final DemoWorld parts;
  private final ConfigurableApplicationContext gateway;
  private final Map<String, String> passwords = new HashMap<>();

  private World(DemoWorld parts, ConfigurableApplicationContext gateway) {
    this.parts = parts;
    this.gateway = gateway;
  }

  /** With the demo's own SSH server as the partner's. */
  static World start(Path folder) throws Exception {
    return start(folder, config -> {});
  }

  /** The same, polling so often that a test need not wait long. */
  static World quick(Path folder) throws Exception {
    return start(
        folder,
        config -> {},
        "--countersign.inbox-poll-millis=200",
        "--countersign.inbox-still-millis=400");
  }

  /** What a test changes in the configuration before the gateway reads it. */
  interface Change {
    void in(Path config) throws Exception;
  }

  /**
   * With a changed configuration.
   *
   * @param arguments as on the command line, for example {@code
   *     --countersign.inbox-poll-millis=200}
   */
  static World start(Path folder, Change change, String... arguments) throws Exception {
    DemoWorld.Place place =
        new DemoWorld.Place(folder, Path.of("."), freePort(), freePort(), freePort());
    DemoWorld parts = DemoWorld.start(place, Clock.systemUTC(), line -> {}, NameControl::of);
    change.in(folder.resolve("config"));
    World world =
        new World(
            parts,
            new SpringApplicationBuilder(Countersign.class)
                .registerShutdownHook(false)
                .properties(parts.properties())
                .run(arguments));
    world.account("adams", Role.FIRST_REVIEWER);
    world.account("baker", Role.COUNTERSIGNER);
    world.account("olsen", Role.OPERATOR);
    world.account("clark", Role.COUNSEL);
    return world;
  }

  /** Both counsel sign a document of the configuration anew, after a test changed it. */
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

  /** One more account. */
  void account(String name, Role... roles) {
    passwords.put(name, gateway.getBean(Accounts.class).create(name, Set.of(roles)));
  }

  <T> T bean(Class<T> type) {
    return gateway.getBean(type);
  }

  DemoWorld parts() {
    return parts;
  }

  String passwordOf(String account) {
    return passwords.get(account);
  }

  @Override
  public void close() {
    gateway.close();
    parts.close();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
