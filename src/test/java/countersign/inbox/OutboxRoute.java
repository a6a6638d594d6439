package countersign.inbox;

import countersign.authority.FolderNames;
import countersign.delivery.Delivery;
import countersign.delivery.SealedFile;
import countersign.endtoend.OpenSshServer;
import countersign.lifecycle.LifecycleFixtures;
import countersign.request.OutgoingId;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The shipped routes that upload a sealed file, between a world's delivery and one server. */
final class OutboxRoute implements AutoCloseable {
  private static final YAMLMapper YAML = new YAMLMapper();
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final Path folder;
  private final Steps steps;

  OutboxRoute(World world, String partner, OpenSshServer server, Path login, Path folder)
      throws Exception {
    this.folder = folder;
    this.steps = new Steps(world.delivery().steps());
    camel.getRegistry().bind("delivery", steps);
    camel
        .getRegistry()
        .bind(
            "outboxConflictHandler",
            new OutboxConflictHandler(
                LifecycleFixtures.workOn(world.database(), world.clock()),
                new OutboxConflictHandler.Uploads(
                    world.delivery().steps()::uploadEnded, world.delivery().steps()::bytesChanged),
                id -> FolderNames.PUBLISHED,
                world.clock()));
    camel.addComponent("sftp", new PartnerSftp(file -> Optional.empty()));
    camel.addComponent("activemq6", new SedaComponent());
    properties(partner, server, login);
    load("errors", entry -> entry.findValuesAsString("id").contains("same-bytes"));
    load("partners", entry -> entry.path("routeTemplate").path("id").asString().endsWith("outbox"));
    load("pipeline", entry -> entry.path("route").path("id").asString().equals("delivering"));
    TemplatedRouteBuilder.builder(camel, "partner-outbox").parameter("partner", partner).add();
    camel.start();
  }

  private void properties(String partner, OpenSshServer server, Path login) throws IOException {
    Map<String, String> values =
        Map.of(
            "partner." + partner + ".user",
            System.getProperty("user.name"),
            "partner." + partner + ".host",
            "127.0.0.1",
            "partner." + partner + ".port",
            Integer.toString(server.port()),
            "partner." + partner + ".privateKeyFile",
            login.toString(),
            "partner." + partner + ".knownHostsFile",
            server.knownHosts().toString(),
            "countersign.sftp-connect-millis",
            "10000",
            "countersign.sftp-read-millis",
            "10000",
            "countersign.consumers.deliver",
            "1");
    camel.getPropertiesComponent().addInitialProperty("partner." + partner + ".outbox", "outbox");
    values.forEach(camel.getPropertiesComponent()::addInitialProperty);
  }

  /** Loads the wanted entries of a shipped file. */
  private void load(String name, Predicate<JsonNode> wanted) throws Exception {
    ArrayNode kept = YAML.createArrayNode();
    for (JsonNode entry : YAML.readTree(Path.of("routes", name + ".camel.yaml").toFile())) {
      if (wanted.test(entry)) {
        kept.add(entry);
      }
    }
    if (name.equals("pipeline")) {
      // The branches of the other configuration need beans that no upload needs.
      ((tools.jackson.databind.node.ObjectNode) kept.path(0).path("route"))
          .put("routeConfigurationId", "same-bytes");
    }
    Path file = folder.resolve(name + ".camel.yaml");
    Files.write(file, YAML.writeValueAsBytes(kept));
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource("file:" + file));
  }

  /** What happens between the check of the stored bytes and their upload. */
  void meanwhile(Runnable cheat) {
    steps.meanwhile = cheat;
  }

  /** Sends the id of a sealed file to the route, as the relay does, and waits for the end. */
  void uploads(OutgoingId id) {
    camel
        .createProducerTemplate()
        .send(
            "activemq6:queue:deliver",
            ExchangePattern.InOut,
            exchange -> {
              exchange.setProperty("countersign.unit", id.toString());
              exchange.getMessage().setBody(id.toString());
            });
  }

  @Override
  public void close() throws IOException {
    camel.close();
  }

  /** Delivery with a moment in which the table can be changed. */
  public static final class Steps {
    private final Delivery delivery;
    private Runnable meanwhile = () -> {};

    Steps(Delivery delivery) {
      this.delivery = delivery;
    }

    public SealedFile dispatch(String id) {
      SealedFile file = delivery.dispatch(OutgoingId.parse(id));
      meanwhile.run();
      return file;
    }

    public void deliver(SealedFile file) {
      delivery.deliver(file);
    }
  }
}
