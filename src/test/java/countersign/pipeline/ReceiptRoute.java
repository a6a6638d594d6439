package countersign.pipeline;

import countersign.arrival.ReceivedFile;
import countersign.lifecycle.LifecycleFixtures;
import countersign.profile.FileKind;
import countersign.receipts.KnownRecalls;
import countersign.receipts.ReceiptsFixtures;
import countersign.request.FileId;
import countersign.testkit.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;

/** The shipped route of receipts on a world's database, with the locks of its endpoints. */
final class ReceiptRoute implements AutoCloseable {
  private final World world;
  private final KnownRecalls recalls;
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final ProducerTemplate producer;

  ReceiptRoute(World world, KnownRecalls recalls) throws Exception {
    this.world = world;
    this.recalls = recalls;
    camel.getPropertiesComponent().addInitialProperty("countersign.consumers.lookup", "1");
    camel.getPropertiesComponent().addInitialProperty("countersign.consumers.deliver", "1");
    camel.addComponent("activemq6", new SedaComponent());
    camel.getCamelContextExtension().addInterceptStrategy(new CarriedData());
    camel
        .getCamelContextExtension()
        .registerEndpointCallback(new EndpointLock(new RecordSourceEndpoints(camel.getRegistry())));
    bind();
    for (String file : java.util.List.of("errors", "pipeline")) {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(
              PluginHelper.getResourceLoader(camel)
                  .resolveResource("file:" + Path.of("routes", file + ".camel.yaml")));
    }
    camel.start();
    producer = camel.createProducerTemplate();
  }

  private void bind() {
    FailingSteps others = new FailingSteps();
    for (String bean :
        java.util.List.of(
            "intake", "records", "redactor", "approvals", "delivery", "jdbcFindAddresses")) {
      camel.getRegistry().bind(bean, others);
    }
    camel.getRegistry().bind("outboxConflictHandler", new FakeOutbox(new java.util.ArrayList<>()));
    camel
        .getRegistry()
        .bind("receipts", new RouteSteps.ReceiptSteps(ReceiptsFixtures.receiptsOn(world, recalls)));
    camel.getRegistry().bind("receipt", new RouteLockConfiguration().receiptFormat());
    camel
        .getRegistry()
        .bind(
            "routeErrorHandler",
            new RouteErrorHandler(
                LifecycleFixtures.workOn(world.database(), world.clock()),
                world.intake().steps()::refuse,
                world.intake().steps()::notJudged,
                queue -> {},
                20));
  }

  /** Receives a sealed document under this name, and sends it through the route. */
  FileId takes(String name, byte[] sealed) {
    ReceivedFile file = world.intake().receive(name, sealed);
    if (file.kind() == FileKind.RECEIPT) {
      sends(file);
    } else if (file.kind() == FileKind.REQUEST) {
      world.intake().judge(file);
    }
    return file.id();
  }

  /** Sends a received file to the route, as the route of arrivals does. */
  void sends(ReceivedFile file) {
    producer.send(
        "direct:receipt",
        exchange -> {
          exchange.setVariable("file", file.id().value());
          exchange.getMessage().setBody(file);
        });
  }

  /** A document that the officer has signed. */
  byte[] sealed(String json) {
    return world.intake().sealed(json.getBytes(StandardCharsets.UTF_8), world.keys().officer());
  }

  /** State, codes and details of a file. */
  String verdict(FileId id) {
    Map<String, Object> row =
        world
            .jdbc()
            .sql(
                "select state || ' ' || array_to_string(file_codes, ' ') || coalesce(' ' || nullif((file_details -> 0 ->> 'detail'), ''), '') as said from file where id = ?")
            .param(id.value())
            .query()
            .singleRow();
    return String.valueOf(row.get("said")).strip();
  }

  @Override
  public void close() {
    camel.stop();
  }
}
