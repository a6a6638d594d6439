package countersign.vault;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where wrapped data keys are kept. */
interface WrappedKeys {

  /**
   * One row.
   *
   * @param wrapped the key, encrypted by the root key; null once destroyed
   * @param destroyedAt null while it lives
   */
  record Stored(byte @Nullable [] wrapped, @Nullable Instant destroyedAt) {}

  /** The row of that name, empty if there never was one. */
  Optional<Stored> find(DataKey key);

  /** Adds a row, in the caller's transaction; one that is there already stays. */
  void add(DataKey key, byte[] wrapped);

  /** Forgets the wrapped key and that there may ever be one of that name. */
  void destroy(DataKey key);

  /** Whether no key was ever made. */
  boolean isEmpty();
}
