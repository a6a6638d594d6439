/** Health, meters, the ledger self-check. */
@NullMarked
package countersign.monitoring;

import org.jspecify.annotations.NullMarked;
