package countersign.pipeline;

import countersign.routeproof.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The routes that run, with their verdict. Single routes can be replaced by others that were
 * proved; every other route goes on meanwhile.
 */
public final class RunningRoutes implements Supplier<Verdict> {
  /** The code of a route that is proved and did not begin. */
  public static final String NOT_STARTED = "ROUTE_NOT_STARTED";

  private static final long LONGEST_END_SECONDS = 120;
  private static final int LONGEST_CAUSE = 300;

  private final Supplier<CamelContext> camel;
  private final Set<String> unstarted = new TreeSet<>();
  private volatile Verdict verdict;

  RunningRoutes(Verdict verdict, Supplier<CamelContext> camel) {
    this.verdict = verdict;
    this.camel = camel;
  }

  /** A change was not made; the message says why and what runs now. */
  public static final class NotReplaced extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotReplaced(String message) {
      super(message);
    }
  }

  /** The verdict about the routes that run. */
  @Override
  public Verdict get() {
    return verdict;
  }

  /** The ids of routes of the verdict that did not begin, sorted. */
  public synchronized Set<String> unstarted() {
    return Set.copyOf(unstarted);
  }

  /** The partners of routes that did not begin. */
  public synchronized Set<String> partnersWithoutRoutes() {
    Set<String> partners = new TreeSet<>();
    unstarted.forEach(id -> partners.add(verdict.partners().getOrDefault(id, id)));
    return partners;
  }

  /**
   * Loads proved bytes into a Camel that never starts, and compares what it made of them with what
   * was proved, as a start does. Changes nothing.
   *
   * @throws NotReplaced if Camel does not read them, or makes other routes of them
   */
  public void rehearse(Verdict next) {
    try (DefaultCamelContext empty = new DefaultCamelContext()) {
      PluginHelper.getRoutesLoader(empty).loadRoutes(ProvedRoutes.resources(next));
      ProvedRoutes.assertLoaded(empty, next, Set.of());
    } catch (Exception e) {
      throw new NotReplaced(
          "%s  routes · Camel does not accept what was proved: %s. The routes that ran before go on."
              .formatted(NOT_STARTED, words(e)));
    }
  }

  /**
   * Replaces routes, all or none. A message that is in one of them comes to its end first.
   *
   * @param next the verdict after which they are replaced; it must pass
   * @param ids the routes that end; those of them that {@code next} has begin again
   * @throws NotReplaced if a new route does not begin; the earlier ones run again then
   */
  public synchronized void swap(Verdict next, Set<String> ids) {
    Verdict before = verdict;
    Map<String, String> failed = follow(next, ids, () -> {});
    if (!failed.isEmpty()) {
      Map<String, String> lost = follow(before, ids, () -> {});
      throw new NotReplaced(
          "%s  %s · %s. %s"
              .formatted(
                  NOT_STARTED,
                  String.join(", ", failed.keySet()),
                  String.join("; ", failed.values()),
                  lost.isEmpty()
                      ? "The routes that ran before go on."
                      : "These do not run now: %s. Restart the gateway."
                          .formatted(String.join(", ", lost.keySet()))));
    }
  }

  /**
   * Replaces routes, each for itself. A message that is in one of them comes to its end first.
   *
   * @param next the verdict after which they are replaced; it must pass
   * @param ids the routes that end; those of them that {@code next} has begin again
   * @param between runs while none of them runs
   * @return why a route did not begin, by its id; every other one runs
   */
  public synchronized Map<String, String> follow(Verdict next, Set<String> ids, Runnable between) {
    if (!next.passes()) {
      throw new IllegalStateException("Routes with problems do not begin");
    }
    ids.forEach(this::end);
    between.run();
    Map<String, String> failed = new TreeMap<>();
    next.texts().keySet().stream().filter(ids::contains).forEach(id -> begin(id, next, failed));
    unstarted.removeAll(ids);
    unstarted.addAll(failed.keySet());
    verdict = next;
    ProvedRoutes.assertLoaded(camel.get(), next, unstarted);
    return failed;
  }

  private void begin(String id, Verdict next, Map<String, String> failed) {
    byte[] text = Objects.requireNonNull(next.texts().get(id)).getBytes(StandardCharsets.UTF_8);
    try {
      PluginHelper.getRoutesLoader(camel.get())
          .loadRoutes(ResourceHelper.fromBytes("file:%s.camel.yaml".formatted(id), text));
    } catch (Exception e) {
      failed.put(id, words(e));
      end(id);
    }
  }

  private void end(String id) {
    Model model = model();
    RouteDefinition route = model.getRouteDefinition(id);
    if (route != null) {
      try {
        camel.get().getRouteController().stopRoute(id, LONGEST_END_SECONDS, TimeUnit.SECONDS);
        model.removeRouteDefinition(route);
      } catch (Exception e) {
        throw new IllegalStateException("The route %s did not end".formatted(id), e);
      }
    }
  }

  /** What the innermost exception says, in one line. */
  private static String words(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String said =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage().strip();
    String line = said.lines().findFirst().orElse("").replaceFirst("[.]$", "");
    return line.length() > LONGEST_CAUSE ? line.substring(0, LONGEST_CAUSE) : line;
  }

  private Model model() {
    return Objects.requireNonNull(
        camel.get().getCamelContextExtension().getContextPlugin(Model.class));
  }
}
