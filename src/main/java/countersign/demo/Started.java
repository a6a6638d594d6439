package countersign.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, in order; stopped the other way round, once, and at the latest when the process
 * ends: nothing stays behind, also if the start is broken off half-way.
 */
final class Started implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Started.class);

  private final Deque<Part> parts = new ArrayDeque<>();
  private final Thread hook = new Thread(this::close, "stop");

  private record Part(String name, AutoCloseable part) {}

  /** Nothing yet. */
  Started() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** One more, which stops before those that were added earlier. */
  synchronized <T extends AutoCloseable> T add(String name, T part) {
    parts.push(new Part(name, part));
    return part;
  }

  /** From now on somebody else stops it when the process ends. */
  void handOver() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("The process is ending and stops everything it started", e);
    }
  }

  /** Stops everything, also if this thread was interrupted while others stopped. */
  @Override
  public synchronized void close() {
    handOver();
    boolean interrupted = Thread.interrupted();
    while (!parts.isEmpty()) {
      stop(parts.pop());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(Part part) {
    try {
      part.part().close();
    } catch (Exception e) {
      LOG.warn("The {} did not stop cleanly", part.name(), e);
    }
  }
}
