/**
 * Is this one request complete and well formed? Plain functions on addresses, names and numbers;
 * pure.
 */
@NullMarked
package countersign.validation;

import org.jspecify.annotations.NullMarked;
