package countersign.pgp;

import java.io.*;
import java.time.*;
import java.util.*;
import org.jspecify.annotations.Nullable;

/** Makes keys that GnuPG 2.2 reads. */
public final class KeyMaker {
  private KeyMaker() {}

  /** Makes a key. */
  public static SecretKey make(String userId, Instant createdAt, @Nullable Duration validity) {
    throw new UnsupportedOperationException("not landed yet");
  }
}
