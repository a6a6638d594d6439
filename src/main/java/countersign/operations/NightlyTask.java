package countersign.operations;

/** A task that reads too much to run during the day; one gateway runs it each night. */
@FunctionalInterface
public interface NightlyTask {
  /** Runs the task once; after a failure it runs again the next night. */
  void run();
}
