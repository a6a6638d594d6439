package countersign.disclosure;

import countersign.crypto.DigestMemory;
import countersign.disclosure.ApprovalVerification.Finding;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Remembers in memory which approvals counted, by a digest over everything that decided it. The
 * seal and the upload read the same bytes again and find the same digest. What did not count is
 * never remembered. Thread-safe.
 *
 * @see EvidenceDigest
 */
final class KnownApprovals {
  /** The most requests that are remembered: about 15 MB. */
  static final int MOST = 5_000;

  private final DigestMemory<Finding> known = new DigestMemory<>(MOST);

  /**
   * What is known for this digest, or what is found now.
   *
   * @param holds whether what is outside the digest is still the same
   */
  Finding of(String digest, Predicate<Finding> holds, Supplier<Finding> verification) {
    Optional<Finding> before = known.find(digest).filter(holds);
    if (before.isPresent()) {
      return before.get();
    }
    Finding found = verification.get();
    if (found.cause() == null) {
      known.remember(digest, found);
    }
    return found;
  }
}
