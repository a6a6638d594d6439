package countersign.lifecycle;

/** A short task that one gateway runs every minute. */
@FunctionalInterface
public interface EveryMinute {
  /** Runs the task once; after a failure it runs again a minute later. */
  void run();
}
