package countersign.ledger;

import java.util.Collection;

/**
 * Recomputes a whole ledger from its events and holds it against what was signed. Needs the public
 * key, and nothing that the ledger's keeper says. Stateless, thread-safe.
 */
public final class LedgerVerifier {
  private final LogKey log;

  /** Verifies the ledger of that name and key. */
  public LedgerVerifier(LogKey log) {
    this.log = log;
  }

  /**
   * Verifies every event, leaf, subtree and checkpoint.
   *
   * @param keptNotes checkpoints that somebody put away earlier: only they show that the end of the
   *     ledger was not cut off, or that it was not written anew as a whole
   * @return the first inconsistency, in the order of the leaves
   */
  public VerificationResult verify(LedgerSource source, Collection<String> keptNotes) {
    return new Verification(log, source, keptNotes).run();
  }
}
