package countersign.pipeline;

import countersign.intake.IntakeFixtures;
import countersign.intake.ScreenedSlice.ScreenedRequest;
import countersign.records.FoundRecord;
import countersign.records.LookupKey;
import countersign.records.RecordLookup;
import countersign.records.RecordsFixtures;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.seda.SedaComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/** Camel with the run-time lock and without the proof; its steps give data with marked values. */
final class LockedCamel implements AutoCloseable {
  /** Values that must not leave: number, name and street. */
  static final List<String> VALUES = List.of(RecordsFixtures.TIN, "Garcia", "GARCIA", "Elmwood");

  private static final FoundRecord ROW =
      RecordsFixtures.row(
          RecordsFixtures.TIN,
          "Maria",
          "Garcia Morales",
          RecordsFixtures.austin("12 Elmwood St", null),
          "2024",
          true);

  private final Map<String, Object> beans = new HashMap<>();
  private final DefaultCamelContext camel = new DefaultCamelContext();

  LockedCamel() {
    Steps steps = new Steps();
    for (String name : List.of("Intake", "Record", "Redactor", "Approval", "Source", "Delivery")) {
      beans.put("route" + name + "Steps", steps);
    }
    Fates fates = new Fates();
    beans.put("routeErrorHandler", fates);
    beans.put("outboxConflictHandler", fates);
    beans.put("vault", steps);
    beans.put("dataSource", steps);
    new RouteLock(new Beans(beans)).configure(camel);
    camel.getCamelContextExtension().addInterceptStrategy(new CarriedData());
    DirectComponent direct = new DirectComponent();
    direct.setBlock(false); // a route that is not there is a failure at once
    camel.addComponent("direct", direct);
    camel.addComponent("activemq6", new SedaComponent());
    camel.addComponent("sftp", new SftpComponent());
    camel.getPropertiesComponent().addInitialProperty("countersign.consumers.lookup", "1");
    camel.getPropertiesComponent().addInitialProperty("countersign.consumers.deliver", "1");
    camel.getShutdownStrategy().setTimeout(1);
  }

  /** A slice with one request about the marked person. */
  static ClosedBody.Screened slice() {
    SliceId id = new SliceId(RecordsFixtures.FILE, 1);
    RequestKey key = new RequestKey(new FileId(RecordsFixtures.FILE.value()), "R-1");
    return new ClosedBody.Screened(
        IntakeFixtures.slice(
            id,
            "irs-ice-2025",
            List.of(
                new ScreenedRequest(
                    key, 1, RecordsFixtures.request("R-1", RecordsFixtures.TIN, ROW.address())))));
  }

  static ClosedBody.Wanted wanted() {
    return new ClosedBody.Wanted(List.of(new LookupKey.ByTin(RecordsFixtures.TIN)));
  }

  static ClosedBody.Found found() {
    return new ClosedBody.Found(List.of(ROW));
  }

  LockedCamel load(Map<String, String> files) throws Exception {
    for (Map.Entry<String, String> file : files.entrySet()) {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(
              ResourceHelper.fromBytes(
                  "file:" + file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)));
    }
    camel.start();
    return this;
  }

  DefaultCamelContext context() {
    return camel;
  }

  /** Sends a body to a route of the gateway. */
  Exchange sends(String uri, Object body) {
    return camel
        .createProducerTemplate()
        .send(uri, exchange -> exchange.getMessage().setBody(body));
  }

  @Override
  public void close() {
    camel.stop();
  }

  /** Every bean of a gateway. */
  private record Beans(Map<String, Object> all) implements BeanRepository {
    @Override
    public @Nullable Object lookupByName(String name) {
      return all.get(name);
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
      Object found = all.get(name);
      return type.isInstance(found) ? type.cast(found) : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
      return new HashMap<>();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
      return type == Steps.class ? Set.of(type.cast(all.get("vault"))) : Set.of();
    }
  }

  /** The handlers of failures, which store nothing here. Public because Camel calls them. */
  public static final class Fates {
    /** A failed unit. */
    public void park(Exchange exchange) {
      exchange.setProperty("parked", true);
    }

    /** A unit that waits. */
    public void later(Exchange exchange) {
      park(exchange);
    }

    /** A refused unit. */
    public void refuse(Exchange exchange) {
      park(exchange);
    }

    /** A held unit. */
    public void hold(Exchange exchange) {
      park(exchange);
    }

    /** A unit that another step changed. */
    public void overtaken(Exchange exchange) {
      park(exchange);
    }
  }

  /** Steps with marked values. Public because Camel calls them. */
  public static final class Steps {
    /** Step {@code load}. */
    public ClosedBody.Screened load(Object id) {
      return slice();
    }

    /** Step {@code match}. */
    public ClosedBody.LookedUp match(ClosedBody.Screened slice) {
      return new ClosedBody.LookedUp(new RecordLookup(keys -> List.of(ROW)).match(slice.open()));
    }

    /** Step {@code redact}. */
    public ClosedBody.LookedUp redact(ClosedBody.LookedUp matches) {
      return matches;
    }

    /** The step that stores drafts. */
    public SliceId draft(ClosedBody.LookedUp drafts) {
      return drafts.open().slice();
    }

    /** Step {@code find}. */
    public ClosedBody.Found find(ClosedBody.Wanted wanted) {
      return found();
    }

    /** What a route must never reach. */
    public String file() {
      return String.join(" ", VALUES);
    }
  }
}
