package countersign.operations;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every part that works by itself, for pages and meters: which ones do not work now. Nobody waits
 * for a part that cannot be asked. Thread-safe.
 */
public final class BackgroundParts {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final SortedMap<String, LastKnown<Optional<String>>> parts = new TreeMap<>();

  /**
   * Prepares to ask.
   *
   * @param parts the parts by their names
   */
  public BackgroundParts(Map<String, BackgroundPart> parts) {
    parts.forEach(
        (name, part) -> this.parts.put(name, new LastKnown<>(name, FRESH, PATIENCE, part::fault)));
  }

  /** Names of the parts, sorted. */
  public Set<String> names() {
    return Set.copyOf(parts.keySet());
  }

  /** Whether this part works. */
  public boolean works(String name) {
    return fault(name).isEmpty();
  }

  /** What keeps parts from working now, in words; sorted by part, empty if all work. */
  public List<String> faults() {
    return parts.keySet().stream().map(this::fault).flatMap(Optional::stream).toList();
  }

  private Optional<String> fault(String name) {
    return parts
        .get(name)
        .get()
        .filter(LastKnown.Aged::current)
        .map(LastKnown.Aged::value)
        .orElseGet(() -> Optional.of("The part %s cannot be asked now".formatted(name)));
  }
}
