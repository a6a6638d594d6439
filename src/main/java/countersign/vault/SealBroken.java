package countersign.vault;

/**
 * Thrown when sealed bytes do not decrypt, because they were changed, or were sealed for another
 * database cell or with another key.
 */
public final class SealBroken extends IllegalStateException {
  private static final long serialVersionUID = 1;

  SealBroken(String message, Throwable cause) {
    super(message, cause);
  }
}
