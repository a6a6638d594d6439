package countersign.vault;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Storage for wrapped data keys. */
interface WrappedKeys {

  /**
   * One stored key.
   *
   * @param wrapped the key, encrypted by the root key; null once destroyed
   * @param destroyedAt when the key was destroyed; null while it is usable
   */
  record StoredKey(byte @Nullable [] wrapped, @Nullable Instant destroyedAt) {}

  /** Finds the row of this key; empty if the key was never created. */
  Optional<StoredKey> find(DataKey key);

  /** Adds a row, in the caller's transaction; does nothing if the row already exists. */
  void add(DataKey key, byte[] wrapped);

  /**
   * Deletes the wrapped key and marks it as destroyed, so that it cannot be created again. The
   * database refuses this for a signing or accounting key, for the keys of a file that is not
   * answered, and before the end of the retention time.
   */
  void destroy(DataKey key);

  /** Whether no key was ever created. */
  boolean isEmpty();
}
