package countersign.lifecycle;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A signal that fires after every commit that inserts work. Its listeners wake up and look for
 * work. A missed signal only causes a delay.
 */
public final class WorkSignal {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Adds a listener, which must return at once and must not throw. */
  public void onRing(Runnable listener) {
    listeners.add(listener);
  }

  /** Notifies all listeners. */
  public void ring() {
    listeners.forEach(Runnable::run);
  }
}
