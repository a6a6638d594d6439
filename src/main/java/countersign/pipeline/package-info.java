/**
 * Runs Camel: bean names, step interceptor, adapters of the ports, relay to the queues, loading of
 * the routes. Makes no decisions. The partners' folders are in package {@code inbox}.
 */
@NullMarked
package countersign.pipeline;

import org.jspecify.annotations.NullMarked;
