package countersign.routefile;

import java.util.List;
import java.util.stream.Collectors;

/** Ends the judgement of one part with its problems; the proof collects them. */
public final class Refusal extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient List<RouteProblem> problems;
  private final boolean ofBody;

  private Refusal(List<RouteProblem> problems, boolean ofBody) {
    super(problems.stream().map(RouteProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
    this.ofBody = ofBody;
  }

  /** A fault of what is written, whatever the message holds. */
  public static Refusal at(Place place, String what, String now) {
    return at(place, what, "", "", now);
  }

  /**
   * A fault of what is written, where a list or a form says what may be there.
   *
   * @param expected what may be there
   * @param nearest the word or value that was probably meant; empty if none is near
   */
  public static Refusal at(Place place, String what, String expected, String nearest, String now) {
    return new Refusal(
        List.of(new RouteProblem(place.toString(), what, "", expected, nearest, now)), false);
  }

  /** A fault that comes from what the message holds there. */
  public static Refusal on(StepPath path, Place place, String what, String now) {
    return new Refusal(
        List.of(new RouteProblem(place.toString(), what, path.shownPath(), now)), true);
  }

  /** As {@link #on(StepPath, Place, String, String)}, where a list says what may be there. */
  public static Refusal on(
      StepPath path, Place place, String what, String expected, String nearest, String now) {
    return new Refusal(
        List.of(new RouteProblem(place.toString(), what, path.shownPath(), expected, nearest, now)),
        true);
  }

  /** Several refusals as one. */
  public static Refusal all(List<Refusal> refusals) {
    return new Refusal(
        refusals.stream().flatMap(one -> one.problems.stream()).toList(),
        refusals.stream().allMatch(one -> one.ofBody));
  }

  /** The same with the path to it, if it has none yet. */
  public Refusal on(StepPath path) {
    return new Refusal(
        problems.stream()
            .map(one -> one.path().isEmpty() ? one.on(path.shownPath()) : one)
            .toList(),
        ofBody);
  }

  /** True if every problem comes from what the message holds. */
  public boolean ofBody() {
    return ofBody;
  }

  public List<RouteProblem> problems() {
    return problems;
  }
}
