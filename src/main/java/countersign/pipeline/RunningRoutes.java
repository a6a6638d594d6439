package countersign.pipeline;

import countersign.routeproof.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The routes that run, with their verdict. Single routes can be replaced by others that were
 * proved; every other route goes on meanwhile.
 */
public final class RunningRoutes implements Supplier<Verdict> {
  private static final long LONGEST_END_SECONDS = 120;

  private final Supplier<CamelContext> camel;
  private volatile Verdict verdict;

  RunningRoutes(Verdict verdict, Supplier<CamelContext> camel) {
    this.verdict = verdict;
    this.camel = camel;
  }

  /** The verdict about the routes that run. */
  @Override
  public Verdict get() {
    return verdict;
  }

  /**
   * Loads proved bytes into a Camel that never starts, and compares what it made of them with what
   * was proved, as a start does. Changes nothing.
   *
   * @throws IllegalStateException if Camel does not read them, or makes other routes of them
   */
  public void rehearse(Verdict next) {
    try (DefaultCamelContext empty = new DefaultCamelContext()) {
      PluginHelper.getRoutesLoader(empty).loadRoutes(ProvedRoutes.resources(next));
      ProvedRoutes.assertLoaded(empty, next);
    } catch (ProvedRoutes.NotProved e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Camel does not read the routes that were proved", e);
    }
  }

  /**
   * Replaces routes. A message that is in one of them comes to its end first.
   *
   * @param next the verdict after which they are replaced; it must pass
   * @param ids the routes that end; those of them that {@code next} has begin again
   * @param between runs while none of them runs
   * @throws IllegalStateException if a new route does not begin; the earlier ones run again then
   */
  public synchronized void replace(Verdict next, Set<String> ids, Runnable between) {
    if (!next.passes()) {
      throw new IllegalStateException("Routes with problems do not begin");
    }
    Verdict before = verdict;
    try {
      end(ids);
      between.run();
      begin(next, ids);
      ProvedRoutes.assertLoaded(camel.get(), next);
      verdict = next;
    } catch (Exception e) {
      restore(before, ids, e);
      throw new IllegalStateException(
          "The routes %s did not begin. The earlier ones run again".formatted(ids), e);
    }
  }

  private void restore(Verdict before, Set<String> ids, Exception cause) {
    try {
      end(ids);
      begin(before, ids);
    } catch (Exception e) {
      cause.addSuppressed(e);
    }
  }

  private void end(Set<String> ids) throws Exception {
    Model model = model();
    for (String id : ids) {
      RouteDefinition route = model.getRouteDefinition(id);
      if (route != null) {
        camel.get().getRouteController().stopRoute(id, LONGEST_END_SECONDS, TimeUnit.SECONDS);
        model.removeRouteDefinition(route);
      }
    }
  }

  private void begin(Verdict from, Set<String> ids) throws Exception {
    List<Resource> resources = new ArrayList<>();
    for (Map.Entry<String, String> route : from.texts().entrySet()) {
      if (ids.contains(route.getKey())) {
        byte[] text = route.getValue().getBytes(StandardCharsets.UTF_8);
        resources.add(
            ResourceHelper.fromBytes("file:%s.camel.yaml".formatted(route.getKey()), text));
      }
    }
    PluginHelper.getRoutesLoader(camel.get()).loadRoutes(resources);
  }

  private Model model() {
    return Objects.requireNonNull(
        camel.get().getCamelContextExtension().getContextPlugin(Model.class));
  }
}
