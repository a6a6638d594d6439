/**
 * The ledger, an append-only Merkle log: events, checkpoints, proofs and the verifier. Verifying
 * needs neither Spring nor network.
 */
@NullMarked
package countersign.ledger;

import org.jspecify.annotations.NullMarked;
