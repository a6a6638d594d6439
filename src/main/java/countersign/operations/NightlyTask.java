package countersign.operations;

/** What reads too much to be done by day; one gateway does it each night. */
@FunctionalInterface
public interface NightlyTask {
  /** Does it once; a failure is tried again the next night. */
  void run();
}
