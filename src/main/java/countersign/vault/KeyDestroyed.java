package countersign.vault;

import java.time.Instant;

/** A data key was destroyed on purpose: what it sealed is gone for everybody. */
public final class KeyDestroyed extends IllegalStateException {
  private static final long serialVersionUID = 1;

  KeyDestroyed(String key, Instant at) {
    super(
        "KEY_DESTROYED  Key %s was destroyed at %s. Its data can no longer be decrypted, and it encrypts nothing new."
            .formatted(key, at));
  }
}
