/**
 * The steps that send acknowledgements and responses: acknowledge, release, seal, give out uploads
 * ({@code SealedFile}) and record that they succeeded.
 */
@NullMarked
package countersign.delivery;

import org.jspecify.annotations.NullMarked;
