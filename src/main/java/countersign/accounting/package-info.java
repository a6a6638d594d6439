/** Accounting entries under 26 U.S.C. 6103(p)(3): who was told what, when and why. */
@NullMarked
package countersign.accounting;

import org.jspecify.annotations.NullMarked;
