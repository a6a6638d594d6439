/**
 * What is called back: which responses a fault reached, by the accounting; two people decide; one
 * notice goes to the officers of each response; their certificates are tracked to the end.
 */
@NullMarked
package countersign.recall;

import org.jspecify.annotations.NullMarked;
