package countersign.pgp;

import java.time.Duration;

/**
 * Limits for a sealed file. All limits are inclusive: a value equal to the limit is accepted.
 *
 * @param maxPlaintextBytes maximum length of the content in bytes, more than 0
 * @param maxRatio maximum length of the content divided by that of the sealed file, more than 0;
 *     tested from the first MiB of content on
 * @param maxSignatureAge maximum time between signing and receipt
 * @param clockTolerance how far the signer's clock may be ahead of the gateway's
 */
public record EnvelopeLimits(
    long maxPlaintextBytes, int maxRatio, Duration maxSignatureAge, Duration clockTolerance) {
  /**
   * Refuses limits that no file could meet.
   *
   * @throws IllegalArgumentException if a number is not positive or a duration is negative
   */
  public EnvelopeLimits {
    if (maxPlaintextBytes < 1 || maxRatio < 1) {
      throw new IllegalArgumentException(
          "The limits of an envelope must be at least 1 byte and a ratio of 1, not %d bytes at %d"
              .formatted(maxPlaintextBytes, maxRatio));
    }
    if (maxSignatureAge.isNegative() || clockTolerance.isNegative()) {
      throw new IllegalArgumentException(
          "Signature age and clock tolerance must not be negative, not %s and %s"
              .formatted(maxSignatureAge, clockTolerance));
    }
  }
}
