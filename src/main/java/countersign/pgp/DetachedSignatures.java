package countersign.pgp;

import java.io.*;
import java.time.*;
import java.util.*;

/** Signatures that lie beside the file they are about. */
public final class DetachedSignatures {
  private DetachedSignatures() {}

  /** Signs. */
  public static byte[] sign(InputStream data, SecretKey key, Instant at) throws IOException {
    throw new UnsupportedOperationException("not landed yet");
  }

  /** Verifies. */
  public static Optional<Signer> verify(
      InputStream data, InputStream armouredSignature, Collection<Certificate> pinned, Instant now)
      throws IOException {
    throw new UnsupportedOperationException("not landed yet");
  }
}
