/** Health checks, metrics and the self-check of the ledger. */
@NullMarked
package countersign.monitoring;

import org.jspecify.annotations.NullMarked;
