/**
 * Reads American mailing addresses in the forms of USPS Publication 28: decides whether one is
 * complete, a placeholder or doubtful, and whether two are the same. Pure functions.
 */
@NullMarked
package countersign.address;

import org.jspecify.annotations.NullMarked;
