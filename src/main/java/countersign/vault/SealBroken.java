package countersign.vault;

/** Sealed bytes do not open: they are not what was sealed for this place with this key. */
public final class SealBroken extends IllegalStateException {
  private static final long serialVersionUID = 1;

  SealBroken(String message, Throwable cause) {
    super(message, cause);
  }
}
