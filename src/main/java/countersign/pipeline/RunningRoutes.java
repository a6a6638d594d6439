package countersign.pipeline;

import countersign.operations.Inboxes;
import countersign.routeproof.Verdict;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/**
 * The routes that run, with their verdict. Single routes can be replaced by others that were
 * proved; every other route goes on meanwhile.
 */
public final class RunningRoutes implements Supplier<Verdict> {
  private static final long LONGEST_END_SECONDS = 120;
  private static final int LONGEST_CAUSE = 300;
  private static final String DIFFERS =
      "Camel made another route of it than the one that was proved";

  private final Supplier<CamelContext> camel;
  private volatile State state;

  RunningRoutes(Verdict verdict, Supplier<CamelContext> camel) {
    this.state = new State(verdict, Map.of());
    this.camel = camel;
  }

  /**
   * What runs, for threads that do not wait for a change.
   *
   * @param without the partner of each route that does not run, by the route's id; the id itself if
   *     the route has no partner
   */
  private record State(Verdict verdict, Map<String, String> without) {
    State {
      without = Map.copyOf(without);
    }

    /** The same without some routes. */
    State without(Set<String> ids, Verdict next) {
      Map<String, String> more = new TreeMap<>(without);
      for (String id : ids) {
        String before = verdict.partners().getOrDefault(id, without.getOrDefault(id, id));
        more.put(id, next.partners().getOrDefault(id, before));
      }
      return new State(verdict, more);
    }

    /** The same with a route that has begun, or that is not to run any more. */
    State settled(String id) {
      Map<String, String> fewer = new TreeMap<>(without);
      fewer.remove(id);
      return new State(verdict, fewer);
    }
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
    return state.verdict();
  }

  /** The ids of routes that did not begin or did not end, and of those that are being replaced. */
  public Set<String> unstarted() {
    return state.without().keySet();
  }

  /** The partners of these routes, sorted. Answers at once, also while routes are replaced. */
  public Set<String> partnersWithoutRoutes() {
    return new TreeSet<>(state.without().values());
  }

  /**
   * Loads proved bytes into a Camel that never starts, then each route alone, as a replacement
   * loads it, and compares what Camel made of them with what was proved, as a start does. Changes
   * nothing.
   *
   * @throws NotReplaced if Camel does not read them, or makes other routes of them
   */
  public void rehearse(Verdict next) {
    try (DefaultCamelContext empty = new DefaultCamelContext()) {
      PluginHelper.getRoutesLoader(empty).loadRoutes(ProvedRoutes.resources(next));
      ProvedRoutes.assertLoaded(empty, next);
      for (String id : next.texts().keySet()) {
        empty.addRoutes(ProvedRoutes.alone(empty, next, id));
      }
      ProvedRoutes.assertLoaded(empty, next);
    } catch (Exception e) {
      throw new NotReplaced(
          "%s  routes · Camel does not accept what was proved: %s. The routes that ran before go on."
              .formatted(Inboxes.ROUTE_NOT_STARTED, words(e)));
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
    Verdict before = get();
    Map<String, String> failed = follow(next, ids, () -> {});
    if (!failed.isEmpty()) {
      Map<String, String> lost = follow(before, ids, () -> {});
      throw new NotReplaced(
          "%s  %s · %s. %s"
              .formatted(
                  Inboxes.ROUTE_NOT_STARTED,
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
   * @return why a route did not end or did not begin, by its id; every other one runs
   */
  public synchronized Map<String, String> follow(Verdict next, Set<String> ids, Runnable between) {
    if (!next.passes()) {
      throw new IllegalStateException("Routes with problems do not begin");
    }
    state = state.without(ids, next);
    Map<String, String> failed = new TreeMap<>();
    ids.forEach(id -> trying(id, failed, this::end));
    String obstacle = obstacle(between);
    state = new State(next, state.without());
    for (String id : new TreeSet<>(ids)) {
      if (obstacle != null) {
        failed.putIfAbsent(id, obstacle);
      } else if (next.texts().containsKey(id) && !failed.containsKey(id)) {
        trying(id, failed, one -> begin(one, next));
      }
      if (!failed.containsKey(id)) {
        state = state.settled(id);
      }
    }
    removeUnproved(next, failed);
    return failed;
  }

  private interface Attempt {
    void at(String id) throws Exception;
  }

  private static void trying(String id, Map<String, String> failed, Attempt attempt) {
    try {
      attempt.at(id);
    } catch (Exception e) {
      failed.put(id, words(e));
    }
  }

  private static @Nullable String obstacle(Runnable between) {
    Map<String, String> failed = new TreeMap<>();
    trying("", failed, none -> between.run());
    return failed.get("");
  }

  /** A route that Camel made otherwise than it was proved never starts. */
  private void begin(String id, Verdict next) throws Exception {
    CamelContext running = camel.get();
    try {
      running.addRoutes(ProvedRoutes.alone(running, next, id));
      if (ProvedRoutes.differing(running, next).contains(id)) {
        throw new IllegalStateException(DIFFERS);
      }
      running.getRouteController().startRoute(id);
    } catch (Exception e) {
      end(id);
      throw e;
    }
  }

  private void end(String id) throws Exception {
    Model model = ProvedRoutes.model(camel.get());
    RouteDefinition route = model.getRouteDefinition(id);
    if (route != null) {
      camel.get().getRouteController().stopRoute(id, LONGEST_END_SECONDS, TimeUnit.SECONDS);
      model.removeRouteDefinition(route);
    }
  }

  /** Ends every route that was not proved or differs from what was proved. */
  private void removeUnproved(Verdict next, Map<String, String> failed) {
    Set<String> differing = new TreeSet<>(ProvedRoutes.differing(camel.get(), next));
    differing.removeAll(failed.keySet());
    state = state.without(differing, next);
    for (String id : differing) {
      failed.put(id, DIFFERS);
      trying(id, failed, this::end);
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
}
