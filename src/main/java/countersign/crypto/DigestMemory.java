package countersign.crypto;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers in memory what was computed from bytes, by a digest over all of them: one changed byte
 * gives another digest, and everything is computed again. The oldest is forgotten first. Nothing of
 * this is stored. Thread-safe.
 *
 * @param <V> what was computed; immutable
 */
public final class DigestMemory<V> {
  private final Map<String, V> known;

  /**
   * Creates an empty memory.
   *
   * @param most the most digests that are remembered
   */
  public DigestMemory(int most) {
    this.known = Collections.synchronizedMap(new Bounded<>(most));
  }

  /** What was remembered for this digest; empty if nothing was, or if it was forgotten. */
  public Optional<V> find(String digest) {
    return Optional.ofNullable(known.get(digest));
  }

  /** Remembers what was computed from the bytes with this digest. */
  public void remember(String digest, V value) {
    known.put(digest, value);
  }

  private static final class Bounded<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;
    private final int most;

    Bounded(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > most;
    }
  }
}
