/** Pages and API calls for accounts and for the access record. */
@NullMarked
package countersign.administration;

import org.jspecify.annotations.NullMarked;
