package countersign.lifecycle;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A signal that fires after commits. Its listeners wake up and look for work. A missed signal only
 * causes a delay. Thread-safe.
 */
public final class WorkSignal {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> afterDecisions = new CopyOnWriteArrayList<>();

  /** Adds a listener for every commit that inserts work; it must return at once and not throw. */
  public void onRing(Runnable listener) {
    listeners.add(listener);
  }

  /**
   * The signal of commits after which a group may have something to release: a request was
   * countersigned or denied, or a response was delivered.
   */
  public WorkSignal decisions() {
    WorkSignal decided = new WorkSignal();
    afterDecisions.add(decided::ring);
    return decided;
  }

  /** Notifies the listeners of {@link #onRing}. */
  public void ring() {
    listeners.forEach(Runnable::run);
  }

  /** Notifies the listeners of {@link #decisions}. */
  void ringDecisions() {
    afterDecisions.forEach(Runnable::run);
  }
}
