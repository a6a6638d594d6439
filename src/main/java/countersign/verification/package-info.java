/**
 * The comparison of the tables with the ledger's events. Each check is one class in the list of
 * {@link countersign.verification.CrossCheck}.
 */
@NullMarked
package countersign.verification;

import org.jspecify.annotations.NullMarked;
