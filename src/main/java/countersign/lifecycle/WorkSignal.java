package countersign.lifecycle;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Rings after every commit that left work behind; whoever listens wakes up and looks. Missing a
 * ring only delays.
 */
public final class WorkSignal {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Adds a listener; it must return at once and never throw. */
  public void onRing(Runnable listener) {
    listeners.add(listener);
  }

  /** Wakes everybody. */
  public void ring() {
    listeners.forEach(Runnable::run);
  }
}
