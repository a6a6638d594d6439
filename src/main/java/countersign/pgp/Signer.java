package countersign.pgp;

import java.time.Instant;

/**
 * Who signed, proved over every byte: exists only after the whole message has verified.
 *
 * @param primaryFingerprint of the pinned certificate, 40 upper-case hexadecimal digits
 * @param signingFingerprint of the key that signed, the same or one of its subkeys
 * @param signedAt as the signature states it, whole seconds
 */
public record Signer(String primaryFingerprint, String signingFingerprint, Instant signedAt) {}
