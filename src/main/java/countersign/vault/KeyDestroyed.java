package countersign.vault;

import java.time.Instant;

/**
 * Thrown when a data key was destroyed on purpose, so that the data it sealed can never be
 * decrypted.
 */
public final class KeyDestroyed extends IllegalStateException {
  private static final long serialVersionUID = 1;

  KeyDestroyed(String key, Instant at) {
    super(
        "KEY_DESTROYED  Key %s was destroyed at %s. Its data can no longer be decrypted, and it encrypts nothing new."
            .formatted(key, at));
  }
}
