package countersign.console;

import countersign.crypto.Sha256;
import countersign.passkey.PasskeyAssertion;
import countersign.passkey.PublicPasskey;
import countersign.passkey.TestPasskey;
import java.util.Base64;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** Chromium's virtual authenticator, driven by its debugging protocol. */
final class Authenticator {
  private static final String SIGN =
      """
      const done = arguments[arguments.length - 1];
      const bytes = t => Uint8Array.from(atob(t.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
      const text = b => btoa(Array.from(new Uint8Array(b), v => String.fromCharCode(v)).join(''))
        .replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '');
      navigator.credentials.get({publicKey: {challenge: bytes(arguments[0]), rpId: arguments[2],
          userVerification: 'required', allowCredentials: [{type: 'public-key', id: bytes(arguments[1])}]}})
        .then(made => done(JSON.stringify({
          authenticatorData: text(made.response.authenticatorData),
          clientDataJSON: text(made.response.clientDataJSON),
          credentialId: text(made.rawId),
          signature: text(made.response.signature)})))
        .catch(failure => done('failed: ' + failure));
      """;
  private final ChromeDriver driver;
  private final String id;

  Authenticator(ChromeDriver driver) {
    this.driver = driver;
    driver.executeCdpCommand("WebAuthn.enable", Map.of());
    Object made =
        driver
            .executeCdpCommand(
                "WebAuthn.addVirtualAuthenticator",
                Map.of(
                    "options",
                    Map.of(
                        "protocol", "ctap2",
                        "transport", "internal",
                        "hasResidentKey", true,
                        "hasUserVerification", true,
                        "isUserVerified", true,
                        "automaticPresenceSimulation", true)))
            .get("authenticatorId");
    this.id = String.valueOf(made);
  }

  /** Puts a passkey into the authenticator. */
  void holds(TestPasskey passkey) {
    driver.executeCdpCommand(
        "WebAuthn.addCredential",
        Map.of(
            "authenticatorId",
            id,
            "credential",
            Map.of(
                "credentialId", standard(passkey.passkey().credentialId()),
                "isResidentCredential", false,
                "rpId", passkey.passkey().rpId(),
                "privateKey", Base64.getEncoder().encodeToString(passkey.privateKey()),
                "signCount", 1)));
  }

  private static String standard(String base64url) {
    return Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(base64url));
  }

  void verifiesPeople(boolean does) {
    driver.executeCdpCommand(
        "WebAuthn.setUserVerified", Map.of("authenticatorId", id, "isUserVerified", does));
  }

  /** Signs a statement on the open page. */
  byte[] signs(PublicPasskey with, byte[] statement) {
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(statement));
    Object made = driver.executeAsyncScript(SIGN, challenge, with.credentialId(), with.rpId());
    return PasskeyAssertion.read(String.valueOf(made)).write();
  }
}
