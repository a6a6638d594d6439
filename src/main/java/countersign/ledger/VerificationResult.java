package countersign.ledger;

/** What verifying a ledger found. */
public sealed interface VerificationResult {

  /**
   * Everything is as it was signed.
   *
   * @param events how many
   * @param checkpoints how many were checked, those kept elsewhere included
   * @param root over all events
   */
  record Consistent(long events, long checkpoints, Hash root) implements VerificationResult {
    @Override
    public String toString() {
      return "The ledger verifies: %d events, %d checkpoints, root %s"
          .formatted(events, checkpoints, root);
    }
  }

  /**
   * The first thing that is not as it was signed.
   *
   * @param what which row, and what is wrong with it
   * @param expected what was signed or recorded
   * @param found what is there
   */
  record Inconsistent(String what, String expected, String found) implements VerificationResult {
    @Override
    public String toString() {
      return "S505_AUDIT_TAMPER  %s%n  expected  %s%n  found     %s"
          .formatted(what, expected, found);
    }
  }
}
