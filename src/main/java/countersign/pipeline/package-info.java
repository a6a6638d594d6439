/**
 * The only package that runs Camel: bean names, step interceptor, adapters of the ports, relay to
 * the queues, loading of the routes. Makes no decisions.
 */
@NullMarked
package countersign.pipeline;

import org.jspecify.annotations.NullMarked;
