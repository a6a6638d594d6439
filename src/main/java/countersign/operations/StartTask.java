package countersign.operations;

/** A task that each gateway runs once, in the background, when it has started. */
@FunctionalInterface
public interface StartTask {
  /** Runs the task once. */
  void run();
}
