/**
 * The only running Camel: bean names, step interceptor, adapters of the ports, relay to the queues,
 * loading of the routes. No decisions.
 */
@NullMarked
package countersign.pipeline;

import org.jspecify.annotations.NullMarked;
