/**
 * Who was told what, when and why: the 6103(p)(3) entries, one person's accounting, yearly and
 * public reports.
 */
@NullMarked
package countersign.accounting;

import org.jspecify.annotations.NullMarked;
