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
      follow(next);
      seen = found;
    }
    return false;
  }

  private void follow(Verdict next) {
    if (!next.passes()) {
      next.problems().forEach(one -> LOG.error("{}", one));
      LOG.error("The routes that ran before go on. Correct the problems above.");
    } else if (next.handlesFailuresOtherwiseThan(running.get())) {
      LOG.error(
          "RESTART_NEEDED  routes · a routeConfiguration differs, and a running gateway does not replace it. The routes that ran before go on. Restart the gateway, or restore it.");
    } else {
      replace(next, next.changedSince(running.get()));
    }
  }

  private void replace(Verdict next, Set<String> changed) {
    if (changed.isEmpty()) {
      LOG.warn("The route files changed, and no route differs. Nothing was replaced.");
      return;
    }
    try {
      running.rehearse(next);
      lifecycle.run(Actor.GATEWAY, change -> change.event(Verb.PROVE, "routes", next.facts()));
      running.swap(next, changed);
      LOG.warn("Proved and replaced in development: {}", String.join(", ", changed));
    } catch (RunningRoutes.NotReplaced e) {
      LOG.error("{}", e.getMessage());
    }
  }
}
