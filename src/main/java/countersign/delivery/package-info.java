/**
 * The steps that send acknowledgements and responses: acknowledge, release, seal and dispatch
 * ({@code SealedFile}).
 */
@NullMarked
package countersign.delivery;

import org.jspecify.annotations.NullMarked;
