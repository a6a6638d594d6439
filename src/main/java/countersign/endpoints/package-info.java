/**
 * Components that routes name beside the gateway's queues and the partners' servers. Each has one
 * address, which comes from the configuration and never from a route.
 */
@NullMarked
package countersign.endpoints;

import org.jspecify.annotations.NullMarked;
