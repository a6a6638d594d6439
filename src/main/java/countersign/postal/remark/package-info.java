/** Tells a clerk's remark from a street name that has the same words. */
@NullMarked
package countersign.postal.remark;

import org.jspecify.annotations.NullMarked;
