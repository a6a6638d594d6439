package countersign.pipeline;

import countersign.lifecycle.LoggedFailure;
import countersign.lifecycle.WorkSignal;
import countersign.operations.OutageLog;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that runs its task whenever the signal is given, and at least every {@code
 * atLeastEvery}. The signal makes it prompt; the interval covers a lost signal. It must not depend
 * on the CamelContext, or Spring would start Camel before its routes are collected.
 */
public final class BackgroundWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundWorker.class);

  private final String name;
  private final Duration atLeastEvery;
  private final Duration pause;
  private final TimedTask task;
  private final OutageLog outages = new OutageLog(System::nanoTime);
  private final Semaphore rings = new Semaphore(0);
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile long passedAt = System.nanoTime();
  private volatile Thread thread = new Thread();

  /** One pass; returns true if there may be more work at once. */
  public interface Task {
    boolean once();
  }

  /** One pass; returns the time until the next one is due, at most {@code atLeastEvery}. */
  public interface TimedTask {
    Duration pass();
  }

  /**
   * Creates a thread without starting it.
   *
   * @param atLeastEvery longest time between two passes
   * @param pause shortest time between two passes, so that many signals lead to one pass
   */
  public BackgroundWorker(
      String name, WorkSignal signal, Duration atLeastEvery, Duration pause, Task task) {
    this(
        name,
        signal::onRing,
        pause,
        (TimedTask) () -> task.once() ? Duration.ZERO : atLeastEvery,
        atLeastEvery);
  }

  private BackgroundWorker(
      String name,
      Consumer<Runnable> signal,
      Duration pause,
      TimedTask task,
      Duration atLeastEvery) {
    this.name = name;
    this.atLeastEvery = atLeastEvery;
    this.pause = pause;
    this.task = task;
    signal.accept(rings::release);
  }

  /**
   * A thread whose task tells after each pass when the next one is due; a signal makes it earlier.
   *
   * @param signal adds a listener to the signal
   * @param atLeastEvery longest time between two passes
   * @param pause shortest time between two passes
   */
  public static BackgroundWorker timed(
      String name,
      Consumer<Runnable> signal,
      Duration atLeastEvery,
      Duration pause,
      TimedTask task) {
    return new BackgroundWorker(name, signal, pause, task, atLeastEvery);
  }

  @Override
  public void start() {
    if (running.compareAndSet(false, true)) {
      passedAt = System.nanoTime();
      thread = new Thread(this::loop, name);
      thread.start();
    }
  }

  private void loop() {
    boolean healthy = true;
    while (running.get()) {
      try {
        Duration next = task.pass();
        passedAt = System.nanoTime();
        healthy = true;
        if (!next.isZero()) {
          await(next);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running.get()) {
          report(e, healthy);
        }
        healthy = false;
        rings.drainPermits();
        pauseAfterFailure();
      }
    }
  }

  /** A part that is away is a line a minute; any other failure is logged once, with its place. */
  private void report(RuntimeException failure, boolean wasHealthy) {
    if (FaultSort.of(failure) == FaultSort.AWAY) {
      outages.failed(FaultSort.awayCode(failure), "the " + name);
    } else if (wasHealthy) {
      LOG.warn("{} failed; it tries again", name, new LoggedFailure(failure));
    }
  }

  private void await(Duration next) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    long most = Math.min(next.toMillis(), atLeastEvery.toMillis()) - pause.toMillis();
    if (rings.tryAcquire(most, TimeUnit.MILLISECONDS)) {
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

  /**
   * A fault if it was not started, or if no pass has succeeded for longer than tolerated: it fails,
   * waits in a call that does not return, or its thread is dead.
   */
  Optional<String> fault(Duration tolerated) {
    if (!running.get()) {
      return Optional.of("the " + name + " is not started");
    }
    Duration since = Duration.ofNanos(System.nanoTime() - passedAt);
    return since.compareTo(tolerated) > 0
        ? Optional.of("no pass of the %s succeeds for %d s".formatted(name, since.toSeconds()))
        : Optional.empty();
  }

  /** Stops before Camel does, starts after it: work that is left waits for the next start. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 50;
  }
}
