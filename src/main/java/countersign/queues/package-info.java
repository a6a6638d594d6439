/** The page and the API calls for waiting and parked work. */
@NullMarked
package countersign.queues;

import org.jspecify.annotations.NullMarked;
