package countersign.pgp;

import static countersign.pgp.EnvelopeFault.*;
import static countersign.pgp.Envelopes.CONTENT;
import static countersign.pgp.Envelopes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.sig.IssuerFingerprint;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.bcpg.sig.SignatureCreationTime;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Messages that are encrypted to the gateway and complete, but are refused for their signature. */
class EnvelopeSignatureTest {
  private static final SecretKey GATEWAY = KeyMaker.make("Gateway", NOW.minusSeconds(3600), null);
  private static final SecretKey PARTNER =
      KeyMaker.make("Partner", NOW.minus(Duration.ofDays(365)), null);
  private static final byte[] LITERAL = Forge.literal('b', CONTENT);

  private final Forge forge = new Forge(PARTNER);

  @Test
  void content_without_a_one_pass_signature_has_no_signature() {
    byte[] signature = forge.signature(CONTENT);

    assertThat(fault(LITERAL)).isEqualTo(NO_SIGNATURE);
    assertThat(fault(Forge.join(signature, LITERAL))).isEqualTo(NO_SIGNATURE);
    assertThat(fault(Forge.join(forge.onePass(), LITERAL))).isEqualTo(NO_SIGNATURE);
    assertThat(fault(Forge.join(LITERAL, signature))).isEqualTo(NO_SIGNATURE);
  }

  @Test
  void two_signatures_are_refused_even_by_the_same_key() {
    byte[] onePass = forge.onePass();
    byte[] signature = forge.signature(CONTENT);

    assertThat(fault(Forge.join(onePass, onePass, LITERAL, signature, signature)))
        .isEqualTo(SEVERAL_SIGNATURES);
    assertThat(fault(Forge.join(onePass, LITERAL, signature, signature)))
        .isEqualTo(SEVERAL_SIGNATURES);
    assertThat(fault(Forge.join(Forge.zip(forge.message(CONTENT)), signature)))
        .isEqualTo(SEVERAL_SIGNATURES);
  }

  @Test
  void only_signatures_of_pinned_certificates_are_accepted() {
    byte[] sealed = Forge.encrypted(forge.message(CONTENT), GATEWAY.certificate());

    assertThat(Envelopes.fault(sealed, GATEWAY, NOW)).isEqualTo(UNKNOWN_SIGNER);
    assertThat(Envelopes.fault(sealed, GATEWAY, NOW, GATEWAY.certificate()))
        .isEqualTo(UNKNOWN_SIGNER);
  }

  @Test
  void both_pinned_certificates_are_accepted_during_a_rotation() throws IOException {
    byte[] sealed = Forge.encrypted(forge.message(CONTENT), GATEWAY.certificate());

    assertThat(
            Envelopes.open(sealed, GATEWAY, NOW, GATEWAY.certificate(), PARTNER.certificate())
                .signer()
                .primaryFingerprint())
        .isEqualTo(PARTNER.fingerprint());
  }

  @Test
  void a_signing_subkey_is_accepted_only_with_a_back_signature() throws IOException {
    SecretKey bound = new KeySmith().key();
    Signer signer = opened(bound).signer();

    assertThat(signer.primaryFingerprint()).isEqualTo(bound.fingerprint());
    assertThat(signer.signingFingerprint()).isNotEqualTo(bound.fingerprint());
    assertThat(faultOf(smith -> smith.backSigned = false)).isEqualTo(UNKNOWN_SIGNER);
    assertThat(faultOf(smith -> smith.backHash = HashAlgorithmTags.SHA1)).isEqualTo(WEAK);
    assertThat(faultOf(smith -> smith.hash = HashAlgorithmTags.SHA1)).isEqualTo(WEAK);
  }

  @Test
  void a_key_without_the_sign_flag_is_an_unknown_signer() {
    SecretKey certifying = new KeySmith().key();
    KeySmith smith = new KeySmith();
    smith.subkeyFlags = KeyFlags.AUTHENTICATION;
    SecretKey authenticating = smith.key();

    assertThat(faultOrNull(new Forge(certifying).withKey(0).message(CONTENT), certifying))
        .isEqualTo(UNKNOWN_SIGNER);
    assertThat(faultOrNull(new Forge(authenticating).withKey(1).message(CONTENT), authenticating))
        .isEqualTo(UNKNOWN_SIGNER);
  }

  @Test
  void ed25519_keys_of_rfc_9580_are_accepted() throws IOException {
    KeySmith smith = new KeySmith();
    smith.algorithm = PublicKeyAlgorithmTags.Ed25519;

    assertThat(opened(smith.key()).content()).isEqualTo(CONTENT);
  }

  @Test
  void a_signature_over_other_content_is_bad() {
    byte[] other = forge.signature("x".getBytes(StandardCharsets.UTF_8));
    byte[] three = forge.signature(CONTENT);
    three[6] = 3;
    byte[] onePass = new Forge(PARTNER).withHash(HashAlgorithmTags.SHA256).onePass();

    assertThat(fault(Forge.join(forge.onePass(), LITERAL, other))).isEqualTo(BAD_SIGNATURE);
    assertThat(fault(Forge.join(onePass, LITERAL, forge.signature(CONTENT))))
        .isEqualTo(BAD_SIGNATURE);
    byte[] text = forge.ofType(PGPSignature.CANONICAL_TEXT_DOCUMENT).message(CONTENT);
    assertThat(fault(text)).isEqualTo(BAD_SIGNATURE);
  }

  @Test
  void an_unknown_critical_subpacket_makes_a_signature_bad() throws IOException {
    assertThat(faultSaying(said -> said.addNotationData(true, true, "rule@example.invalid", "x")))
        .isEqualTo(BAD_SIGNATURE);
    assertThat(faultSaying(said -> said.addCustomSubpacket(new Unknown(true))))
        .isEqualTo(BAD_SIGNATURE);
    assertThat(faultSaying(said -> said.addPolicyURI(true, "https://example.invalid")))
        .isEqualTo(BAD_SIGNATURE);
    assertThat(
            faultSaying(
                said -> said.addCustomSubpacket(new SignatureCreationTime(false, Date.from(NOW)))))
        .isEqualTo(BAD_SIGNATURE);
    assertThat(faultSaying(said -> said.setSignatureExpirationTime(true, 0))).isNull();
    assertThat(faultSaying(said -> said.addCustomSubpacket(new Unknown(false)))).isNull();
    assertThat(faultSaying(said -> said.addNotationData(false, true, "a@example.invalid", "x")))
        .isNull();
  }

  @Test
  void a_message_that_was_meant_for_others_is_not_for_us() {
    assertThat(
            faultSaying(
                said ->
                    said.addIntendedRecipientFingerprint(
                        false, PARTNER.certificate().primary().key())))
        .isEqualTo(NOT_FOR_US);
    assertThat(
            faultSaying(
                said -> {
                  said.addIntendedRecipientFingerprint(
                      false, PARTNER.certificate().primary().key());
                  said.addIntendedRecipientFingerprint(true, GATEWAY.certificate().primary().key());
                }))
        .isNull();
  }

  @Test
  void another_issuer_fingerprint_is_an_unknown_signer() {
    assertThat(
            faultSaying(
                said -> said.addCustomSubpacket(new IssuerFingerprint(false, 4, new byte[20]))))
        .isEqualTo(UNKNOWN_SIGNER);
  }

  @Test
  void weak_hashes_are_refused() {
    for (int weak :
        List.of(HashAlgorithmTags.SHA1, HashAlgorithmTags.SHA224, HashAlgorithmTags.MD5)) {
      assertThat(fault(new Forge(PARTNER).withHash(weak).message(CONTENT))).isEqualTo(WEAK);
    }
  }

  @Test
  void a_signature_may_be_thirty_days_old_and_ten_minutes_ahead() {
    assertThat(signedAt(NOW.minus(Duration.ofDays(30)))).isNull();
    assertThat(signedAt(NOW.minus(Duration.ofDays(30)).minusSeconds(1)))
        .isEqualTo(SIGNED_TOO_EARLY);
    assertThat(signedAt(NOW.plus(Duration.ofMinutes(10)))).isNull();
    assertThat(signedAt(NOW.plus(Duration.ofMinutes(10)).plusSeconds(1)))
        .isEqualTo(SIGNED_IN_FUTURE);
  }

  @Test
  void primary_key_and_subkey_must_be_valid_at_signing_time() {
    Duration elapsed = Duration.ofHours(1); // time since the keys were generated

    assertThat(faultOf(smith -> smith.subkeyValidity = elapsed)).isEqualTo(KEY_EXPIRED);
    assertThat(faultOf(smith -> smith.primaryValidity = elapsed)).isEqualTo(KEY_EXPIRED);
    assertThat(faultOf(smith -> smith.primaryValidity = elapsed.plusSeconds(1))).isNull();
    SecretKey key = new KeySmith().key();
    byte[] before = new Forge(key).at(NOW.minusSeconds(3601)).message(CONTENT);
    byte[] sealed = Forge.encrypted(before, GATEWAY.certificate());
    assertThat(Envelopes.fault(sealed, GATEWAY, NOW, key.certificate())).isEqualTo(KEY_EXPIRED);
  }

  @Test
  void a_key_that_has_expired_since_it_signed_is_accepted() throws IOException {
    KeySmith smith = new KeySmith();
    smith.primaryValidity = Duration.ofHours(2);
    SecretKey key = smith.key();
    byte[] sealed = Forge.encrypted(new Forge(key).message(CONTENT), GATEWAY.certificate());

    assertThat(
            Envelopes.open(sealed, GATEWAY, NOW.plus(Duration.ofDays(9)), key.certificate())
                .content())
        .isEqualTo(CONTENT);
  }

  @Test
  void a_revoked_key_is_refused_at_receipt_regardless_of_the_revocation_date() {
    SecretKey key = new KeySmith().key();
    byte[] sealed = Forge.encrypted(new Forge(key).message(CONTENT), GATEWAY.certificate());
    Instant after = NOW.plusSeconds(60);
    Certificate primary = KeySmith.revoked(key, PGPSignature.KEY_REVOCATION, after);
    Certificate subkey = KeySmith.revoked(key, PGPSignature.SUBKEY_REVOCATION, after);

    assertThat(Envelopes.fault(sealed, GATEWAY, NOW, primary)).isEqualTo(KEY_REVOKED);
    assertThat(Envelopes.fault(sealed, GATEWAY, NOW, subkey)).isEqualTo(KEY_REVOKED);
    assertThat(Envelopes.fault(sealed, GATEWAY, NOW, key.certificate(), primary))
        .isEqualTo(KEY_REVOKED);
    assertThat(primary.isRevoked()).isTrue();
    assertThat(subkey.isRevoked()).isFalse();
  }

  private @Nullable EnvelopeFault signedAt(Instant moment) {
    return faultOrNull(new Forge(PARTNER).at(moment).message(CONTENT), PARTNER);
  }

  private @Nullable EnvelopeFault faultSaying(Consumer<PGPSignatureSubpacketGenerator> more) {
    byte[] message = Forge.join(forge.onePass(), LITERAL, forge.signature(CONTENT, more));
    return faultOrNull(message, PARTNER);
  }

  private static @Nullable EnvelopeFault faultOf(Consumer<KeySmith> change) {
    KeySmith smith = new KeySmith();
    change.accept(smith);
    SecretKey key = smith.key();
    return faultOrNull(new Forge(key).message(CONTENT), key);
  }

  private static Envelopes.Opened opened(SecretKey by) throws IOException {
    byte[] sealed = Forge.encrypted(new Forge(by).message(CONTENT), GATEWAY.certificate());
    return Envelopes.open(sealed, GATEWAY, NOW, by.certificate());
  }

  private static EnvelopeFault fault(byte[] message) {
    byte[] sealed = Forge.encrypted(message, GATEWAY.certificate());
    return Envelopes.fault(sealed, GATEWAY, NOW, PARTNER.certificate());
  }

  private static EnvelopeFault faultOrNull(byte[] message, SecretKey by) {
    byte[] sealed = Forge.encrypted(message, GATEWAY.certificate());
    try {
      Envelopes.open(sealed, GATEWAY, NOW, by.certificate());
      return null;
    } catch (EnvelopeRefused e) {
      return e.fault();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Unknown extends SignatureSubpacket {
    Unknown(boolean critical) {
      super(99, critical, false, new byte[] {1});
    }
  }
}
