package countersign.ledger;

import java.util.Optional;

/** Adds recorded events to the tree and signs the new state. */
public interface LedgerSealer {

  /**
   * Adds every committed event that is not in the tree yet, in the order in which the sealer sees
   * them, and signs a checkpoint. Uses its own transaction and does not wait for open ones.
   * Concurrent sealers run one after the other.
   *
   * @return the newest checkpoint of this run; empty if there was no pending event
   * @throws IllegalStateException if the tree in the database differs from the last signed one;
   *     then nothing is signed
   */
  Optional<Checkpoint> seal();
}
