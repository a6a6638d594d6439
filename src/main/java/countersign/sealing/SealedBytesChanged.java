package countersign.sealing;

import java.io.IOException;

/**
 * Thrown while a sealed file is read for its upload, before its end, if the stored bytes are not
 * those that were sealed.
 */
public final class SealedBytesChanged extends IOException {
  private static final long serialVersionUID = 1L;

  public SealedBytesChanged() {
    super("The stored bytes are not those that were sealed. The upload was broken off.");
  }
}
