/**
 * The two algorithms that stand outside OpenPGP and the vault: SHA-256 and Ed25519, with their
 * forms as text.
 */
@NullMarked
package countersign.crypto;

import org.jspecify.annotations.NullMarked;
