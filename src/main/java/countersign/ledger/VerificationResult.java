package countersign.ledger;

/** Result of verifying a ledger. */
public sealed interface VerificationResult {

  /**
   * The ledger matches its signed checkpoints.
   *
   * @param events number of events
   * @param checkpoints number of checkpoints checked, including those kept elsewhere
   * @param root root over all events
   */
  record Consistent(long events, long checkpoints, Hash root) implements VerificationResult {
    @Override
    public String toString() {
      return "The ledger verifies: %d events, %d checkpoints, root %s"
          .formatted(events, checkpoints, root);
    }
  }

  /**
   * The first difference from the signed state.
   *
   * @param what the affected row and what is wrong with it
   * @param expected the signed or recorded value
   * @param found the value in the ledger
   */
  record Inconsistent(String what, String expected, String found) implements VerificationResult {
    @Override
    public String toString() {
      return "S505_AUDIT_TAMPER  %s%n  expected  %s%n  found     %s"
          .formatted(what, expected, found);
    }
  }
}
