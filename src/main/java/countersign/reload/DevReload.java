package countersign.reload;

import countersign.authority.Authority;
import countersign.lifecycle.Lifecycle;
import countersign.pipeline.BackgroundWorker;
import countersign.pipeline.RunningRoutes;
import countersign.request.Actor;
import countersign.request.Environment;
import countersign.request.Verb;
import countersign.routefile.RouteFile;
import countersign.routeproof.Verdict;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In development ({@code run --dev}): when a route file changes, the routes are proved, and those
 * that differ replace the ones that run. With a problem nothing is replaced, and it is printed.
 */
final class DevReload implements BackgroundWorker.Task {
  private static final Logger LOG = LoggerFactory.getLogger(DevReload.class);

  private final Authority authority;
  private final RouteReader reader;
  private final RunningRoutes running;
  private final Lifecycle lifecycle;
  private List<String> seen;

  /**
   * Creates it.
   *
   * @throws IllegalStateException in environment P
   */
  DevReload(Authority authority, RouteReader reader, RunningRoutes running, Lifecycle lifecycle) {
    if (authority.environment() == Environment.P) {
      throw new IllegalStateException(
          "NOT_IN_PRODUCTION  --dev · in environment P no route is replaced while it runs. Leave --dev out.");
    }
    this.authority = authority;
    this.reader = reader;
    this.running = running;
    this.lifecycle = lifecycle;
    this.seen = bytes(running.get());
  }

  private static List<String> bytes(Verdict verdict) {
    return verdict.files().stream().map(RouteFile::sha256).toList();
  }

  @Override
  public boolean once() {
    Verdict next = reader.read(authority);
    List<String> found = bytes(next);
    if (!found.equals(seen)) {
      seen = found;
      follow(next);
    }
    return false;
  }

  private void follow(Verdict next) {
    Set<String> changed = next.changedSince(running.get());
    if (!next.passes()) {
      next.problems().forEach(one -> LOG.error("{}", one));
      LOG.error("The routes that ran before go on. Correct the problems above.");
    } else if (!changed.isEmpty()) {
      replace(next, changed);
    }
  }

  private void replace(Verdict next, Set<String> changed) {
    if (changed.stream().anyMatch(id -> branchesAlone(next, id))) {
      LOG.error(
          "RESTART_NEEDED  routes · a routeConfiguration differs, which a running gateway does not replace. The routes that ran before go on.");
      return;
    }
    running.rehearse(next);
    lifecycle.run(Actor.GATEWAY, change -> change.event(Verb.PROVE, "routes", next.facts()));
    running.replace(next, changed, () -> {});
    LOG.warn("Proved and replaced in development: {}", String.join(", ", changed));
  }

  private boolean branchesAlone(Verdict next, String id) {
    String text = next.texts().get(id);
    return text != null && text.equals(running.get().texts().get(id));
  }
}
