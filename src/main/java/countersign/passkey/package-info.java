/** Passkeys (WebAuthn): their public halves, and the check of a signature that a passkey made. */
@NullMarked
package countersign.passkey;

import org.jspecify.annotations.NullMarked;
