package countersign.pgp;

import static countersign.pgp.Envelopes.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;

/** Certificates and keys follow their owner's latest self-signature. */
class KeysTest {
  private final SecretKey key = KeyMaker.make("Somebody", NOW, Duration.ofDays(1));

  @Test
  void a_key_is_the_same_after_writing_and_reading() throws IOException {
    SecretKey read = Envelopes.secret(key.armoured().getBytes(StandardCharsets.US_ASCII));
    Certificate certificate = Envelopes.certificate(key.certificate().armoured());

    assertThat(read.fingerprint()).isEqualTo(key.fingerprint()).matches("[0-9A-F]{40}");
    assertThat(certificate.fingerprint()).isEqualTo(key.fingerprint());
    assertThat(certificate.expiresAt(NOW)).contains(NOW.plus(Duration.ofDays(1)));
    assertThat(certificate.isRevoked()).isFalse();
  }

  @Test
  void a_key_is_valid_from_its_first_second_to_the_one_before_it_expires() {
    Certificate certificate = key.certificate();

    assertThat(certificate.canEncryptAt(NOW.minusSeconds(1))).isFalse();
    assertThat(certificate.canEncryptAt(NOW)).isTrue();
    assertThat(certificate.canEncryptAt(NOW.plus(Duration.ofDays(1)).minusSeconds(1))).isTrue();
    assertThat(certificate.canEncryptAt(NOW.plus(Duration.ofDays(1)))).isFalse();
    assertThat(KeyMaker.make("Ever", NOW, null).certificate().expiresAt(NOW)).isEmpty();
  }

  @Test
  void a_generated_key_is_fit_for_a_gateway_and_one_without_preferences_is_not() {
    assertThat(key.unfitAsGateway(NOW)).isEmpty();
    assertThat(key.unfitAsGateway(NOW.plus(Duration.ofDays(1))))
        .contains("it cannot both sign and be encrypted to at 2026-11-25T10:00:00Z");
    assertThat(new KeySmith().key().unfitAsGateway(NOW))
        .contains("its features are not exactly 01, integrity protection without AEAD");
  }

  @Test
  void a_revoked_certificate_cannot_be_encrypted_to() {
    Certificate revoked = KeySmith.revoked(key, PGPSignature.KEY_REVOCATION, NOW);
    Certificate subkey = KeySmith.revoked(key, PGPSignature.SUBKEY_REVOCATION, NOW);

    assertThat(revoked.canEncryptAt(NOW)).isFalse();
    assertThat(subkey.canEncryptAt(NOW)).isFalse();
    assertThatThrownBy(() -> Envelopes.seal(new byte[1], key, NOW, revoked))
        .hasMessageContaining("cannot be used to encrypt to: it is revoked.");
  }

  @Test
  void several_certificates_are_read_from_one_file() throws IOException {
    SecretKey other = KeyMaker.make("Else", NOW, null);
    byte[] both = Forge.join(key.certificate().armoured(), other.certificate().armoured());

    assertThat(Certificate.parse(new ByteArrayInputStream(both)))
        .extracting(Certificate::fingerprint)
        .containsExactly(key.fingerprint(), other.fingerprint());
  }

  @Test
  void input_that_is_not_a_certificate_or_a_key_is_refused() {
    byte[] secret = key.armoured().getBytes(StandardCharsets.US_ASCII);
    byte[] text = "key: 1".getBytes(StandardCharsets.US_ASCII);

    for (byte[] wrong : new byte[][] {new byte[0], text, secret}) {
      assertThatThrownBy(() -> Envelopes.certificate(wrong)).isExactlyInstanceOf(IOException.class);
    }
    for (byte[] wrong : new byte[][] {new byte[0], text, key.certificate().armoured()}) {
      assertThatThrownBy(() -> Envelopes.secret(wrong)).isExactlyInstanceOf(IOException.class);
    }
  }
}
