package countersign.pgp;

import java.time.Duration;

/**
 * What a sealed file may be at most. All limits are inclusive: exactly at the limit is accepted.
 *
 * @param maxPlaintextBytes length of the content in bytes, more than 0
 * @param maxRatio how many times longer the content may be than the sealed file, more than 0;
 *     tested from the first MiB of content on
 * @param maxSignatureAge how long before its receipt a file may have been signed
 * @param clockTolerance how far the signer's clock may run ahead of ours
 */
public record EnvelopeLimits(
    long maxPlaintextBytes, int maxRatio, Duration maxSignatureAge, Duration clockTolerance) {
  /**
   * Refuses limits that would refuse every file.
   *
   * @throws IllegalArgumentException if a number is not positive or a duration is negative
   */
  public EnvelopeLimits {
    if (maxPlaintextBytes < 1 || maxRatio < 1) {
      throw new IllegalArgumentException(
          "An envelope may hold 1 byte or more, in a ratio of 1 or more, not %d bytes at %d"
              .formatted(maxPlaintextBytes, maxRatio));
    }
    if (maxSignatureAge.isNegative() || clockTolerance.isNegative()) {
      throw new IllegalArgumentException(
          "Signature age and clock tolerance are 0 or more, not %s and %s"
              .formatted(maxSignatureAge, clockTolerance));
    }
  }
}
