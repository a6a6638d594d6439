/**
 * What officers say about responses after their delivery: receipts and dispositions, when they are
 * due, and what follows if one is overdue.
 */
@NullMarked
package countersign.receipts;

import org.jspecify.annotations.NullMarked;
