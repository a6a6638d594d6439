package countersign.passkey;

import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The console for which passkeys are made.
 *
 * @param rpId its domain
 * @param origin its scheme, host and port
 */
public record PasskeyCreation(String rpId, String origin) {

  /**
   * The passkey that an authenticator made.
   *
   * @param challenge the bytes that the console asked to be included
   * @param clientDataJson base64url
   * @param attestationObject base64url
   * @return empty if it was not made here with this challenge, its person was not verified, or its
   *     algorithm is none of ES256, EdDSA and RS256
   */
  public Optional<PublicPasskey> made(
      byte[] challenge, String clientDataJson, String attestationObject) {
    try {
      RegistrationData data =
          PasskeyCheck.WEBAUTHN.verify(
              new RegistrationRequest(
                  PasskeyAssertion.bytes(attestationObject),
                  PasskeyAssertion.bytes(clientDataJson)),
              new RegistrationParameters(
                  PasskeyCheck.server(origin, rpId, challenge),
                  PasskeyCheck.ALGORITHMS.stream()
                      .map(
                          algorithm ->
                              new PublicKeyCredentialParameters(
                                  PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                      .toList(),
                  true,
                  true));
      return Optional.of(passkey(data)).filter(PublicPasskey::isUsable);
    } catch (WebAuthnException | JacksonException | IllegalArgumentException doesNotFit) {
      return Optional.empty();
    }
  }

  private PublicPasskey passkey(RegistrationData data) {
    AttestedCredentialData made =
        Objects.requireNonNull(
            Objects.requireNonNull(data.getAttestationObject())
                .getAuthenticatorData()
                .getAttestedCredentialData());
    byte[] key = PasskeyCheck.CONVERTER.getCborMapper().writeValueAsBytes(made.getCOSEKey());
    return new PublicPasskey(
        PasskeyAssertion.text(made.getCredentialId()), PasskeyAssertion.text(key), rpId, origin);
  }
}
