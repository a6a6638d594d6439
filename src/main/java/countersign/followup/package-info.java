/** The pages and API calls for what happens after a delivery: what officers have still to say. */
@NullMarked
package countersign.followup;

import org.jspecify.annotations.NullMarked;
