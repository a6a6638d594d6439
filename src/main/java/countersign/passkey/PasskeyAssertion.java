package countersign.passkey;

import countersign.ledger.CanonicalJson;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an authenticator returns when a person signs with a passkey. Its canonical bytes (RFC 8785)
 * are stored as the signature. Immutable.
 *
 * @param authenticatorData base64url
 * @param clientDataJson base64url
 * @param credentialId base64url
 * @param signature base64url
 */
public record PasskeyAssertion(
    String authenticatorData, String clientDataJson, String credentialId, String signature) {
  private static final String AUTHENTICATOR_DATA = "authenticatorData";
  private static final String CLIENT_DATA = "clientDataJSON";
  private static final String CREDENTIAL = "credentialId";
  private static final String SIGNATURE = "signature";
  private static final Set<String> MEMBERS =
      Set.of(AUTHENTICATOR_DATA, CLIENT_DATA, CREDENTIAL, SIGNATURE);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Checks the encoding of each value.
   *
   * @throws IllegalArgumentException if a value is not base64url without padding
   */
  public PasskeyAssertion {
    bytes(authenticatorData);
    bytes(clientDataJson);
    bytes(credentialId);
    bytes(signature);
  }

  /** The canonical bytes. */
  public byte[] write() {
    return CanonicalJson.write(
        new TreeMap<>(
            Map.of(
                AUTHENTICATOR_DATA,
                authenticatorData,
                CLIENT_DATA,
                clientDataJson,
                CREDENTIAL,
                credentialId,
                SIGNATURE,
                signature)));
  }

  /**
   * Reads canonical bytes.
   *
   * @throws IllegalArgumentException if they are not exactly what {@link #write} writes
   */
  public static PasskeyAssertion parse(byte[] canonical) {
    return of(CanonicalJson.read(canonical));
  }

  /**
   * Reads what a browser or a program sends: a JSON object with these four members in any order.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static PasskeyAssertion read(String json) {
    try {
      return of(new TreeMap<>(JSON.readValue(json, new TypeReference<Map<String, String>>() {})));
    } catch (JacksonException | NullPointerException malformed) {
      throw new IllegalArgumentException("An assertion is a JSON object of four texts", malformed);
    }
  }

  private static PasskeyAssertion of(SortedMap<String, String> texts) {
    if (!texts.keySet().equals(MEMBERS)) {
      throw new IllegalArgumentException("An assertion has the members " + MEMBERS);
    }
    return new PasskeyAssertion(
        texts.get(AUTHENTICATOR_DATA),
        texts.get(CLIENT_DATA),
        texts.get(CREDENTIAL),
        texts.get(SIGNATURE));
  }

  /** The bytes that the authenticator was asked to sign; empty if the client data has none. */
  public Optional<byte[]> challenge() {
    return PasskeyCheck.challenge(bytes(clientDataJson));
  }

  /** Decodes a value; only one text encodes the same bytes. */
  static byte[] bytes(String base64url) {
    byte[] bytes = Base64.getUrlDecoder().decode(base64url);
    if (!text(bytes).equals(base64url)) {
      throw new IllegalArgumentException("This is not base64url without padding");
    }
    return bytes;
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
