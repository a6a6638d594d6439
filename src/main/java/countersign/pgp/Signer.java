package countersign.pgp;

import java.time.Instant;

/**
 * The verified signer of a message; exists only after the whole message has been verified.
 *
 * @param primaryFingerprint fingerprint of the pinned certificate's primary key, 40 upper-case
 *     hexadecimal digits
 * @param signingFingerprint fingerprint of the key that signed: the primary key or one of its
 *     subkeys
 * @param signedAt signing time in the signature, whole seconds
 */
public record Signer(String primaryFingerprint, String signingFingerprint, Instant signedAt) {}
