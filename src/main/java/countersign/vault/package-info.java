/**
 * Encryption at rest: key hierarchy, keyed hashes, destruction of keys. The only package that uses
 * Tink.
 */
@NullMarked
package countersign.vault;

import org.jspecify.annotations.NullMarked;
