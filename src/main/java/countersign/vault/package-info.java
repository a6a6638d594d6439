/** Encryption at rest: key hierarchy, keyed hashes, destroying keys; the only Tink. */
@NullMarked
package countersign.vault;

import org.jspecify.annotations.NullMarked;
