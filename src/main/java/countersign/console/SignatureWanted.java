package countersign.console;

import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import countersign.passkey.PublicPasskey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Ends an action before anything is changed, because the person must first sign the statement about
 * it with a passkey. A page shows the statement, a call answers with it.
 */
final class SignatureWanted extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient byte[] statement;
  private final transient List<Enrolled> passkeys;
  private final transient Instant until;
  private final boolean optional;

  /**
   * Creates the exception.
   *
   * @param optional whether the action can go on without a signature
   */
  SignatureWanted(byte[] statement, List<Enrolled> passkeys, Instant until, boolean optional) {
    super("A passkey must sign the statement", null, false, false);
    this.statement = statement.clone();
    this.passkeys = List.copyOf(passkeys);
    this.until = until;
    this.optional = optional;
  }

  /** The canonical statement, as text. */
  public String statement() {
    return new String(statement, StandardCharsets.UTF_8);
  }

  /** SHA-256 of the statement, hexadecimal. */
  public String digest() {
    return Sha256.hex(statement);
  }

  /** The challenge that a passkey signs: SHA-256 of the statement, base64url. */
  public String challenge() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(statement));
  }

  /** Ids of the passkeys that may sign, base64url. */
  public List<String> credentials() {
    return keys().map(PublicPasskey::credentialId).toList();
  }

  public String rpId() {
    return keys().map(PublicPasskey::rpId).findFirst().orElse("");
  }

  public Instant until() {
    return until;
  }

  public boolean optional() {
    return optional;
  }

  private Stream<PublicPasskey> keys() {
    return passkeys.stream().map(one -> Objects.requireNonNull(one.key().passkey()));
  }

  /** The members of the problem document of a call. */
  Map<String, Object> facts() {
    return Map.of(
        "statement",
        statement(),
        "challenge",
        challenge(),
        "credentials",
        credentials(),
        "rpId",
        rpId(),
        "expiresAt",
        until.toString());
  }
}
