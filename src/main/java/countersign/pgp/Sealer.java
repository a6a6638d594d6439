package countersign.pgp;

import java.io.*;
import java.time.*;
import java.util.*;

/** Signs with our key and seals to recipients. */
public final class Sealer {
  /** Signs with this key. */
  public Sealer(SecretKey gateway) {}

  /** What is written is sealed; close finishes. */
  public OutputStream seal(OutputStream out, List<Certificate> recipients, Instant at)
      throws IOException {
    throw new UnsupportedOperationException("not landed yet");
  }

  /** A key cannot be used. */
  public static final class KeyUnusable extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    KeyUnusable(String m) {
      super(m);
    }
  }
}
