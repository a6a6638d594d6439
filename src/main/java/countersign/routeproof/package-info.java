/**
 * Proves before the start that no route goes around a control: reads {@code routes/}, follows every
 * path and refuses whatever it does not know. Uses no Camel, so that {@code check} can run it.
 */
@NullMarked
package countersign.routeproof;

import org.jspecify.annotations.NullMarked;
