/** The pages and API calls of counsel and auditors: stops, vetoes and the ledger. */
@NullMarked
package countersign.oversight;

import org.jspecify.annotations.NullMarked;
