package countersign.pgp;

import java.io.*;
import java.time.*;
import java.util.*;
import org.jspecify.annotations.Nullable;

/** A secret key with its certificate. */
public final class SecretKey {
  /** Reads one secret key, armoured or binary. */
  public static SecretKey parse(InputStream in, char @Nullable [] passphrase) throws IOException {
    throw new UnsupportedOperationException("not landed yet");
  }

  /** Primary fingerprint, upper hex. */
  public String fingerprint() {
    throw new UnsupportedOperationException("not landed yet");
  }

  /** Its public half. */
  public Certificate certificate() {
    throw new UnsupportedOperationException("not landed yet");
  }

  /** Unprotected export, for the demo only. */
  public String armoured() {
    throw new UnsupportedOperationException("not landed yet");
  }

  /** What the key publishes that start-up refuses; empty if it is fit. */
  public Optional<String> unfitAsGateway() {
    throw new UnsupportedOperationException("not landed yet");
  }
}
