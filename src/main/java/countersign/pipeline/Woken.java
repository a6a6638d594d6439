package countersign.pipeline;

import countersign.lifecycle.Bell;
import countersign.lifecycle.LoggedFailure;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that does its task whenever the bell rings, and at least every {@code atLeastEvery}: the
 * ring makes it quick, the interval makes it sure. It must not know the CamelContext, or Spring
 * would start Camel before its routes are collected.
 */
final class Woken implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Woken.class);

  private final String name;
  private final Duration atLeastEvery;
  private final Duration pause;
  private final Task task;
  private final Semaphore rings = new Semaphore(0);
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile Thread thread = new Thread();

  /** One pass; returns whether there may be more to do at once. */
  interface Task {
    boolean once();
  }

  /**
   * Makes a thread that is not started yet.
   *
   * @param atLeastEvery between two passes at most
   * @param pause between two passes at least, so that many rings make one pass
   */
  Woken(String name, Bell bell, Duration atLeastEvery, Duration pause, Task task) {
    this.name = name;
    this.atLeastEvery = atLeastEvery;
    this.pause = pause;
    this.task = task;
    bell.onRing(rings::release);
  }

  @Override
  public void start() {
    if (running.compareAndSet(false, true)) {
      thread = new Thread(this::loop, name);
      thread.start();
    }
  }

  private void loop() {
    boolean healthy = true;
    while (running.get()) {
      try {
        boolean more = task.once();
        healthy = true;
        if (!more) {
          await();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running.get() && healthy) {
          LOG.warn("{} failed; it tries again", name, new LoggedFailure(e));
        }
        healthy = false;
        rings.drainPermits();
        pauseAfterFailure();
      }
    }
  }

  private void await() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    if (rings.tryAcquire(atLeastEvery.toMillis(), TimeUnit.MILLISECONDS)) {
      rings.drainPermits();
    }
  }

  private void pauseAfterFailure() {
    try {
      if (rings.tryAcquire(1, TimeUnit.SECONDS)) {
        rings.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    if (running.compareAndSet(true, false)) {
      rings.release();
      try {
        thread.join(TimeUnit.SECONDS.toMillis(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }

  /** Stops before Camel does, starts after it: work that is left waits for the next start. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 50;
  }
}
