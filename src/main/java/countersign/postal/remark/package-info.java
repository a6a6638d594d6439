/** Remarks and names that read alike: what a clerk writes, and what a street is called. */
@NullMarked
package countersign.postal.remark;

import org.jspecify.annotations.NullMarked;
