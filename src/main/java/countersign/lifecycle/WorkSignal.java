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
   * Adds a listener for every commit after which a group may have something to release: a request
   * was countersigned or denied. It must return at once and not throw.
   */
  public void onDecision(Runnable listener) {
    afterDecisions.add(listener);
  }

  /** Notifies the listeners of {@link #onRing}. */
  public void ring() {
    listeners.forEach(Runnable::run);
  }

  /** Notifies the listeners of {@link #onDecision}. */
  void ringDecisions() {
    afterDecisions.forEach(Runnable::run);
  }
}
