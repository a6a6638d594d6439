package countersign.vault;

/**
 * Hashes values that must be comparable but neither readable nor guessable. The same value has the
 * same hash under the same agency, year and kind, and a different hash under any other.
 * Thread-safe.
 */
public interface KeyedHash {

  /**
   * Returns the first 16 bytes of HMAC-SHA256 over the kind and the value.
   *
   * @param comparingForm the value in its normalised form
   */
  byte[] hash(String comparingForm);
}
