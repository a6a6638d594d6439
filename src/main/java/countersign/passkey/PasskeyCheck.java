package countersign.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import countersign.crypto.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** The check of assertions and keys by webauthn4j. Stateless. */
final class PasskeyCheck {
  static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.RS256);

  static final ObjectConverter CONVERTER = new ObjectConverter();
  static final WebAuthnManager WEBAUTHN = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);

  private PasskeyCheck() {}

  static boolean isUsable(PublicPasskey passkey) {
    return key(passkey).isPresent();
  }

  static boolean verifies(PublicPasskey passkey, byte[] statement, byte[] assertion) {
    Optional<COSEKey> key = key(passkey);
    if (key.isEmpty()) {
      return false;
    }
    try {
      PasskeyAssertion made = PasskeyAssertion.parse(assertion);
      byte[] credentialId = PasskeyAssertion.bytes(passkey.credentialId());
      WEBAUTHN.verify(
          new AuthenticationRequest(
              PasskeyAssertion.bytes(made.credentialId()),
              PasskeyAssertion.bytes(made.authenticatorData()),
              PasskeyAssertion.bytes(made.clientDataJson()),
              PasskeyAssertion.bytes(made.signature())),
          new AuthenticationParameters(
              server(passkey.origin(), passkey.rpId(), Sha256.of(statement)),
              record(credentialId, key.get()),
              List.of(credentialId),
              true,
              true));
      return true;
    } catch (WebAuthnException | JacksonException | IllegalArgumentException doesNotFit) {
      return false;
    }
  }

  static Optional<byte[]> challenge(byte[] clientData) {
    try {
      return Optional.ofNullable(
              CONVERTER
                  .getJsonMapper()
                  .readValue(new String(clientData, UTF_8), CollectedClientData.class))
          .map(CollectedClientData::getChallenge)
          .map(Challenge::getValue);
    } catch (WebAuthnException | JacksonException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  static ServerProperty server(String origin, String rpId, byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(origin))
        .rpId(rpId)
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  /** The counter is not kept: a statement is signed once, and its digest is never asked again. */
  private static CredentialRecord record(byte[] credentialId, COSEKey key) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        null,
        null,
        null,
        0,
        new AttestedCredentialData(AAGUID.ZERO, credentialId, key),
        null,
        null,
        null,
        Set.of());
  }

  private static Optional<COSEKey> key(PublicPasskey passkey) {
    try {
      byte[] bytes = PasskeyAssertion.bytes(passkey.publicKey());
      COSEKey key = CONVERTER.getCborMapper().readValue(bytes, COSEKey.class);
      return key != null
              && ALGORITHMS.contains(key.getAlgorithm())
              && Arrays.equals(CONVERTER.getCborMapper().writeValueAsBytes(key), bytes)
              && key.getPublicKey() != null
          ? Optional.of(key)
          : Optional.empty();
    } catch (WebAuthnException | JacksonException | IllegalArgumentException noKey) {
      return Optional.empty();
    }
  }
}
