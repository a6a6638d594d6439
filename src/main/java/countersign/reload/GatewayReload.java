package countersign.reload;

import countersign.authority.Authority;
import countersign.authority.DocumentReload;
import countersign.authority.Partner;
import countersign.configuration.Problem;
import countersign.lifecycle.Change;
import countersign.operations.PartnerReload;
import countersign.pipeline.RunningRoutes;
import countersign.request.Actor;
import countersign.request.Verb;
import countersign.routeproof.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@link PartnerReload} for this gateway. First everything is read, checked and proved as at a
 * start; then the documents come into force in one transaction; then the routes of those partners
 * end and begin that are new, changed or gone.
 */
final class GatewayReload implements PartnerReload {
  private final Authority authority;
  private final DocumentReload documents;
  private final RouteReader routeReader;
  private final RunningRoutes running;
  private final RouteReplacement replacement;
  private final LeavingPartners leaving;

  GatewayReload(
      Authority authority,
      DocumentReload documents,
      RouteReader routeReader,
      RunningRoutes running,
      RouteReplacement replacement,
      LeavingPartners leaving) {
    this.authority = authority;
    this.documents = documents;
    this.routeReader = routeReader;
    this.running = running;
    this.replacement = replacement;
    this.leaving = leaving;
  }

  /** What was read, and the routes that it concerns. */
  private record Plan(
      DocumentReload.Candidate candidate, Verdict verdict, Set<String> routes, Preview preview) {}

  @Override
  public Preview preview() {
    return plan().preview();
  }

  @Override
  public synchronized Preview reload(Actor actor, String reason) {
    Plan plan = plan();
    if (!plan.preview().problems().isEmpty() || plan.preview().differences().isEmpty()) {
      return plan.preview();
    }
    try {
      running.rehearse(plan.verdict());
    } catch (RunningRoutes.NotReplaced e) {
      return plan.preview().refused(String.valueOf(e.getMessage()));
    }
    documents.apply(plan.candidate(), actor, change -> record(change, plan, reason));
    List<String> failures =
        replacement.follow(plan.verdict(), plan.routes(), plan.preview().differences(), actor);
    return plan.preview().with(failures);
  }

  private static void record(Change change, Plan plan, String reason) {
    Map<String, String> facts = new TreeMap<>();
    plan.candidate()
        .differences()
        .forEach(one -> facts.put(one.document(), plan.candidate().sha256(one.document())));
    plan.routes().forEach(route -> facts.put("route " + route, "to be replaced"));
    change.event(Verb.RELOAD, "configuration", Change.withReason(facts, reason));
    change.remark(Verb.RELOAD, "configuration", reason);
    change.event(Verb.PROVE, "routes", plan.verdict().facts());
  }

  private Plan plan() {
    DocumentReload.Candidate candidate = documents.read();
    Authority next = candidate.authority();
    Verdict verdict = routeReader.read(next);
    Set<String> changed = verdict.changedSince(running.get());
    Set<String> routes = new TreeSet<>(changed);
    List<String> differences = new ArrayList<>();
    candidate.differences().forEach(one -> differences.add(sentence(one)));
    changed.forEach(route -> differences.add("route %s: differs".formatted(route)));
    routes.addAll(ofReconnected(next, verdict));
    for (String route : running.unstarted()) {
      differences.add("route %s: did not begin at the last reload".formatted(route));
      routes.add(route);
    }
    List<String> problems = new ArrayList<>();
    candidate.problems().stream().map(Problem::toString).forEach(problems::add);
    if (candidate.problems().isEmpty()) {
      verdict.problems().forEach(one -> problems.add(one.toString()));
      problems.addAll(fixed(verdict, changed));
      problems.addAll(leaving.objections(gone(next)));
    }
    List<String> warnings = candidate.warnings().stream().map(Problem::toString).toList();
    return new Plan(
        candidate, verdict, routes, new Preview(differences, problems, warnings, List.of()));
  }

  private static String sentence(DocumentReload.Difference one) {
    return "%s: %s"
        .formatted(
            one.document(),
            switch (one.kind()) {
              case ADDED -> "added";
              case CHANGED -> "changed";
              case REMOVED -> "removed";
            });
  }

  /** Only routes of partners are replaced while the gateway is in use. */
  private List<String> fixed(Verdict verdict, Set<String> changed) {
    if (verdict.passes() && verdict.handlesFailuresOtherwiseThan(running.get())) {
      return List.of(
          "RESTART_NEEDED  routes · a routeConfiguration differs from the one that runs. Restore it, or restart the gateway to use it.");
    }
    return changed.stream()
        .filter(
            route ->
                !verdict.partners().containsKey(route)
                    && !running.get().partners().containsKey(route))
        .map(
            route ->
                "RESTART_NEEDED  routes · route %s is no partner's and differs from the one that runs. Restore it, or restart the gateway to use it."
                    .formatted(route))
        .toList();
  }

  /** The routes of the partners whose connection is another one now. */
  private Set<String> ofReconnected(Authority next, Verdict verdict) {
    Set<String> routes = new TreeSet<>();
    for (Partner partner : next.partners()) {
      boolean same =
          authority.partner(partner.id()).filter(old -> old.connectsLike(partner)).isPresent();
      if (!same) {
        verdict
            .partners()
            .forEach(
                (route, id) -> {
                  if (id.equals(partner.id())) {
                    routes.add(route);
                  }
                });
      }
    }
    return routes;
  }

  private Set<String> gone(Authority next) {
    Set<String> ids = new TreeSet<>();
    authority.partners().stream()
        .map(Partner::id)
        .filter(id -> next.partner(id).isEmpty())
        .forEach(ids::add);
    return ids;
  }
}
