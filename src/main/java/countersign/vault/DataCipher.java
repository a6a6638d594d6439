package countersign.vault;

/**
 * Encrypts and decrypts with one data key. Thread-safe. Keep an instance for one step only: it
 * continues to decrypt after its key was destroyed.
 */
public interface DataCipher {

  /**
   * Encrypts a value for one database cell. Each call returns different bytes, 33 more than {@code
   * plain}.
   *
   * @param plain plaintext; at most a few MiB, because it is held in memory
   * @param associatedData the cell in which the ciphertext is stored
   */
  byte[] seal(byte[] plain, AssociatedData associatedData);

  /**
   * Decrypts a value that was encrypted for the same cell.
   *
   * @param associatedData the cell in which the ciphertext is stored
   * @throws SealBroken if the bytes were changed, or were sealed for another cell or with another
   *     key
   */
  byte[] open(byte[] sealed, AssociatedData associatedData);
}
