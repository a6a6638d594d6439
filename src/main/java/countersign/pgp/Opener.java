package countersign.pgp;

import java.io.*;
import java.time.*;
import java.util.*;

/** Opens sealed files with our keys. */
public final class Opener {
  /** Opens with any of our keys. */
  public Opener(List<SecretKey> ours, EnvelopeLimits limits) {}

  /** Opens one sealed file. */
  public OpenedStream open(
      InputStream sealed, long sealedBytes, Collection<Certificate> pinned, Instant receivedAt)
      throws IOException {
    throw new UnsupportedOperationException("not landed yet");
  }
}
