package countersign.accounts;

import countersign.passkey.PublicPasskey;
import java.time.Instant;

/**
 * A passkey that a person made on the console.
 *
 * @param account the account that was signed in
 * @param madeAt when it was made
 */
public record MadePasskey(String account, PublicPasskey passkey, Instant madeAt) {
  /** The entry for the person's keys in the enrolment register. */
  public String entry(String firstDay, String lastDay) {
    return """
        - account: %s
          passkey:
            credentialId: %s
            publicKey: %s
            rpId: %s
            origin: %s
          firstDay: %s
          lastDay: %s
        """
        .formatted(
            account,
            quoted(passkey.credentialId()),
            quoted(passkey.publicKey()),
            quoted(passkey.rpId()),
            quoted(passkey.origin()),
            firstDay,
            lastDay);
  }

  /** A text that YAML could take for a number or a list. */
  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
