/**
 * The comparison of the tables with the ledger's events. Each check is one class; a check for
 * another table is one class more.
 */
@NullMarked
package countersign.verification;

import org.jspecify.annotations.NullMarked;
