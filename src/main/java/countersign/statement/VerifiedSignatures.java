package countersign.statement;

import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.DigestMemory;
import countersign.crypto.PartsDigest;

/**
 * Remembers in memory which signatures fit which key and bytes, so that release, seal and upload do
 * not each verify what was verified when the person signed. Only this is remembered: whether the
 * key counts, and whether the statement says what it must, is checked every time. A signature that
 * does not fit is verified every time. Nothing of this is stored. Thread-safe.
 */
final class VerifiedSignatures {
  /** The most signatures that are remembered: about 8 MB. */
  private static final int MOST = 50_000;

  private final DigestMemory<Boolean> verified = new DigestMemory<>(MOST);

  /** Whether a signature over these bytes was made with the key of an enrolled person. */
  boolean verifies(Enrolled who, byte[] statement, byte[] signature) {
    // The lengths are part of the digest, so no two questions have the same one.
    String asked = new PartsDigest().text(who.key().id()).bytes(statement).bytes(signature).hex();
    if (verified.find(asked).isPresent()) {
      return true;
    }
    boolean fits = who.verifies(statement, signature);
    if (fits) {
      verified.remember(asked, true);
    }
    return fits;
  }
}
