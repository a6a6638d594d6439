package countersign.ledger;

import java.util.Optional;

/** Gives recorded events their place in the tree and signs its state. */
public interface LedgerSealer {

  /**
   * Takes every committed event that has no place yet, in the order it sees them, and signs a
   * checkpoint over them. Waits for no open transaction; in a transaction of its own. Two sealers
   * at once take turns.
   *
   * @return the newest checkpoint it made; empty if no event waited
   * @throws IllegalStateException if the tree in the database is not the one last signed: nothing
   *     is signed then
   */
  Optional<Checkpoint> seal();
}
