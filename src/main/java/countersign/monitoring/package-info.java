/** Health checks, metrics and the nightly check of the ledger and the tables. */
@NullMarked
package countersign.monitoring;

import org.jspecify.annotations.NullMarked;
