/**
 * Append-only Merkle log: events, checkpoints, proofs, the verifier; verifies without Spring or
 * network.
 */
@NullMarked
package countersign.ledger;

import org.jspecify.annotations.NullMarked;
