package countersign.vault;

/**
 * Hashes values that are compared but must not be read or guessed: the same value gives the same
 * hash under the same agency, year and kind, and another hash otherwise. Thread-safe.
 */
public interface KeyedHash {

  /**
   * The first 16 bytes of HMAC-SHA256 over the kind and the value.
   *
   * @param comparingForm the value in the one spelling in which it is compared
   */
  byte[] hash(String comparingForm);
}
