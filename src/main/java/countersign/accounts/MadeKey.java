package countersign.accounts;

import java.time.Instant;

/**
 * The key that an account made at a sign-in.
 *
 * @param account the account's name
 * @param publicKey the 32 bytes of the public half, hexadecimal
 * @param madeAt when it was made
 */
public record MadeKey(String account, String publicKey, Instant madeAt) {}
