package countersign.vault;

/**
 * Seals and opens with one data key. Thread-safe. Keep it for one step, not longer: a box in hand
 * goes on opening after its key was destroyed.
 */
public interface DataCipher {

  /**
   * Encrypts for one place. Each call gives other bytes, 33 more than {@code plain} has.
   *
   * @param plain what to hide; at most a few MiB, since it is held in memory
   */
  byte[] seal(byte[] plain, AssociatedData place);

  /**
   * Decrypts what was sealed for this very place.
   *
   * @throws SealBroken if the bytes were changed, or sealed for another place or with another key
   */
  byte[] open(byte[] sealed, AssociatedData place);
}
