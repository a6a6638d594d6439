package countersign.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The started parts of a world. Stops them in reverse order, each once, at the latest when the
 * process ends, so that nothing keeps running even if the start fails half-way.
 */
final class StartedParts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StartedParts.class);

  private final Deque<Part> parts = new ArrayDeque<>();
  private final Thread hook = new Thread(this::close, "stop");

  private record Part(String name, AutoCloseable part) {}

  /** Creates an empty list. */
  StartedParts() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Adds a part, which stops before those that were added earlier. */
  synchronized <T extends AutoCloseable> T add(String name, T part) {
    parts.push(new Part(name, part));
    return part;
  }

  /** Removes the shutdown hook; from now on the caller stops the parts when the process ends. */
  void handOver() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("The process is ending and stops everything it started", e);
    }
  }

  /** Stops every part, even if the thread is interrupted meanwhile. */
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
