package countersign.passkey;

import countersign.crypto.Sha256;
import countersign.ledger.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;

/**
 * The public half of a passkey, as the enrolment register lists it. Immutable.
 *
 * @param credentialId id that the authenticator gave, base64url
 * @param publicKey COSE key, base64url
 * @param rpId domain for which the passkey was made
 * @param origin scheme, host and port of the console on which it signs
 */
public record PublicPasskey(String credentialId, String publicKey, String rpId, String origin) {

  /** SHA-256 of all four values, hexadecimal: what a person compares before the key is enrolled. */
  public String fingerprint() {
    return Sha256.hex(
        CanonicalJson.write(
            new TreeMap<>(
                Map.of(
                    "credentialId", credentialId,
                    "origin", origin,
                    "publicKey", publicKey,
                    "rpId", rpId))));
  }

  /** Whether the key can be read and has an algorithm that counts: ES256, EdDSA or RS256. */
  public boolean isUsable() {
    return PasskeyCheck.isUsable(this);
  }

  /**
   * Whether an assertion is a signature of these bytes: its challenge is their SHA-256, this
   * passkey made it on this origin and for this domain, and the authenticator saw and verified its
   * person.
   *
   * @param assertion canonical bytes of a {@link PasskeyAssertion}
   */
  public boolean verifies(byte[] statement, byte[] assertion) {
    return PasskeyCheck.verifies(this, statement, assertion);
  }
}
