/**
 * A model of approval, release, stop and veto, and generated orders that compare it with the
 * gateway.
 */
@NullMarked
package countersign.modelcheck;

import org.jspecify.annotations.NullMarked;
