/** Pages and API calls for waiting and parked work, and the page of the proved routes. */
@NullMarked
package countersign.queues;

import org.jspecify.annotations.NullMarked;
