package countersign.routeproof;

/** Ends the judgement of one route or file with its problem; {@link RouteProof} collects it. */
final class Refusal extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient RouteProblem problem;

  private Refusal(RouteProblem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  static Refusal at(Place place, String what, String now) {
    return new Refusal(new RouteProblem(place.toString(), what, "", now));
  }

  static Refusal on(State state, Place place, String what, String now) {
    return new Refusal(new RouteProblem(place.toString(), what, state.shownPath(), now));
  }

  /** The same with the path to it, if it has none yet. */
  Refusal on(State state) {
    return problem.path().isEmpty()
        ? new Refusal(
            new RouteProblem(problem.where(), problem.what(), state.shownPath(), problem.now()))
        : this;
  }

  RouteProblem problem() {
    return problem;
  }
}
