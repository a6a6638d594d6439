package countersign.testkit;

import countersign.pgp.Certificate;
import countersign.pgp.EnvelopeLimits;
import countersign.pgp.OpenedStream;
import countersign.pgp.Opener;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Seals and opens whole files in memory. */
public final class SealedBytes {
  private SealedBytes() {}

  /** The bytes, signed by one key and encrypted to another. */
  public static byte[] seal(byte[] plain, SecretKey signer, Certificate recipient, Instant at) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out = new Sealer(signer).seal(sealed, List.of(recipient), at)) {
      out.write(plain);
    } catch (IOException cause) {
      throw new UncheckedIOException("Sealing in memory failed", cause);
    }
    return sealed.toByteArray();
  }

  /** The plaintext, decrypted with a key, after its signature was verified. */
  public static byte[] open(byte[] sealed, SecretKey with, Certificate signer, Instant at)
      throws IOException {
    try (OpenedStream in =
        new Opener(List.of(with), limits(1L << 30))
            .open(new ByteArrayInputStream(sealed), sealed.length, List.of(signer), at)) {
      byte[] plain = in.readAllBytes();
      in.verify();
      return plain;
    }
  }

  /** Limits under which files of up to 90 days are opened. */
  static EnvelopeLimits limits(long maxPlaintextBytes) {
    return new EnvelopeLimits(maxPlaintextBytes, 200, Duration.ofDays(90), Duration.ofMinutes(10));
  }
}
