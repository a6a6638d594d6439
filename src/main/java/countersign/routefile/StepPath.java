package countersign.routefile;

/** The steps from the start of a route to the one that is judged. */
public interface StepPath {
  /** The steps on one line, each with file and line. */
  String shownPath();
}
