package countersign.operations;

import java.util.Optional;

/**
 * A part that works by itself, beside routes and pages, and whose standstill causes no error
 * anywhere. A port: its adapters live where the threads are.
 */
@FunctionalInterface
public interface BackgroundPart {

  /** What keeps it from working now, in words without values; empty if it works. */
  Optional<String> fault();
}
