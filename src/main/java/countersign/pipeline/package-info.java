/**
 * Runs Camel: loads the routes, closes message bodies, starts the timers, sends work to the queues,
 * logs and measures steps, records failed steps. Makes no decisions. The partners' folders are in
 * package {@code inbox}.
 */
@NullMarked
package countersign.pipeline;

import org.jspecify.annotations.NullMarked;
