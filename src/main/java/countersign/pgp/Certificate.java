package countersign.pgp;

import java.io.*;
import java.time.*;
import java.util.*;

/** A public OpenPGP certificate: a primary key with its subkeys, as it was pinned or configured. */
public final class Certificate {
  /** Reads every certificate in the input, armoured or binary. */
  public static List<Certificate> parse(InputStream in) throws IOException {
    throw new UnsupportedOperationException("not landed yet");
  }

  /** Primary fingerprint, upper hex. */
  public String fingerprint() {
    throw new UnsupportedOperationException("not landed yet");
  }

  /** ASCII armour. */
  public byte[] armoured() {
    throw new UnsupportedOperationException("not landed yet");
  }

  /** Whether a file can be sealed to it then. */
  public boolean canEncryptAt(Instant at) {
    throw new UnsupportedOperationException("not landed yet");
  }

  /** Whether it carries a revocation. */
  public boolean isRevoked() {
    throw new UnsupportedOperationException("not landed yet");
  }
}
