/** Passkeys: public halves, the signatures that they make, and the check of both (WebAuthn). */
@NullMarked
package countersign.passkey;

import org.jspecify.annotations.NullMarked;
