package countersign.ledger;

import java.util.Collection;

/**
 * Recomputes a whole ledger from its events and compares it with the signed checkpoints. Needs only
 * the public key and trusts nothing that the ledger's operator states. Stateless, thread-safe.
 */
public final class LedgerVerifier {
  private final LogKey log;

  /** Creates a verifier for the log with this name and key. */
  public LedgerVerifier(LogKey log) {
    this.log = log;
  }

  /** The name and key of the log. */
  public LogKey log() {
    return log;
  }

  /**
   * Verifies every event, leaf, subtree and checkpoint.
   *
   * @param keptNotes checkpoints that were kept elsewhere; without them it is not detectable that
   *     the end of the ledger was removed or the whole ledger was replaced
   * @return the first inconsistency, in the order of the leaves, or that there is none
   */
  public VerificationResult verify(LedgerSource source, Collection<String> keptNotes) {
    return new LedgerVerifierRun(log, source, keptNotes).run();
  }
}
