package countersign.pgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Opens and seals messages in one call, for tests. */
final class Envelopes {
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  static final EnvelopeLimits LIMITS =
      new EnvelopeLimits(10_000_000L, 200, Duration.ofDays(30), Duration.ofMinutes(10));
  static final byte[] CONTENT =
      "{\"record\":\"header\"}\n{\"record\":\"trailer\"}\n".getBytes(StandardCharsets.UTF_8);

  private Envelopes() {}

  /** Content and signer of a verified message. */
  record Opened(byte[] content, Signer signer) {
    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  static Opened open(byte[] sealed, SecretKey ours, Instant receivedAt, Certificate... pinned)
      throws IOException {
    return open(sealed, ours, receivedAt, LIMITS, pinned);
  }

  static Opened open(
      byte[] sealed,
      SecretKey ours,
      Instant receivedAt,
      EnvelopeLimits limits,
      Certificate... pinned)
      throws IOException {
    Opener opener = new Opener(List.of(ours), limits);
    try (OpenedStream stream =
        opener.open(
            new ByteArrayInputStream(sealed), sealed.length, Arrays.asList(pinned), receivedAt)) {
      byte[] content = stream.readAllBytes();
      return new Opened(content, stream.verify());
    }
  }

  /** The fault for which a sealed file is refused. */
  static EnvelopeFault fault(
      byte[] sealed, SecretKey ours, Instant receivedAt, Certificate... pinned) {
    try {
      Opened opened = open(sealed, ours, receivedAt, pinned);
      throw new AssertionError("It opens: " + opened.signer());
    } catch (EnvelopeRefused e) {
      return e.fault();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] seal(byte[] content, SecretKey by, Instant at, Certificate... to)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream sealing = new Sealer(by).seal(out, Arrays.asList(to), at)) {
      sealing.write(content);
    }
    return out.toByteArray();
  }

  static SecretKey secret(byte[] exported) throws IOException {
    return SecretKey.parse(new ByteArrayInputStream(exported), null);
  }

  static Certificate certificate(byte[] exported) throws IOException {
    return Certificate.parse(new ByteArrayInputStream(exported)).get(0);
  }
}
