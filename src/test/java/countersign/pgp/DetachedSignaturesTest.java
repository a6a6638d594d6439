package countersign.pgp;

import static countersign.pgp.Envelopes.CONTENT;
import static countersign.pgp.Envelopes.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;

/** A file is accepted only with a valid detached signature of a registered person. */
class DetachedSignaturesTest {
  private static final SecretKey OFFICIAL =
      KeyMaker.make("Official", NOW.minusSeconds(60), Duration.ofDays(30));

  @Test
  void a_signature_of_any_age_names_its_signer() throws IOException {
    byte[] signature = sign(CONTENT);

    assertThat(new String(signature, StandardCharsets.US_ASCII))
        .startsWith("-----BEGIN PGP SIGNATURE-----\n")
        .doesNotContain("Version");
    assertThat(verify(CONTENT, signature, NOW.plus(Duration.ofDays(900)), OFFICIAL.certificate()))
        .contains(new Signer(OFFICIAL.fingerprint(), OFFICIAL.fingerprint(), NOW));
  }

  @Test
  void a_signature_of_another_file_or_signer_is_not_valid() throws IOException {
    byte[] signature = sign(CONTENT);
    byte[] changed = Arrays.copyOf(CONTENT, CONTENT.length + 1);
    SecretKey other = KeyMaker.make("Other", NOW.minusSeconds(60), null);
    Certificate own = OFFICIAL.certificate();

    assertThat(verify(changed, signature, NOW, own)).isEmpty();
    assertThat(verify(CONTENT, signature, NOW, other.certificate())).isEmpty();
    assertThat(verify(CONTENT, signature, NOW)).isEmpty();
    assertThat(verify(CONTENT, new byte[0], NOW, own)).isEmpty();
    assertThat(verify(CONTENT, CONTENT, NOW, own)).isEmpty();
    assertThat(verify(CONTENT, Forge.join(signature, signature), NOW, own)).isEmpty();
    byte[] binary = new Forge(OFFICIAL).signature(CONTENT);
    assertThat(verify(CONTENT, binary, NOW, own)).isPresent();
    assertThat(verify(CONTENT, Forge.join(binary, binary), NOW, own)).isEmpty();
  }

  @Test
  void weak_future_and_revoked_signatures_are_not_valid() throws IOException {
    Forge forge = new Forge(OFFICIAL);
    Certificate own = OFFICIAL.certificate();
    Certificate revoked = KeySmith.revoked(OFFICIAL, PGPSignature.KEY_REVOCATION, NOW);

    assertThat(verify(CONTENT, sign(CONTENT), NOW.minus(Duration.ofMinutes(11)), own)).isEmpty();
    assertThat(verify(CONTENT, sign(CONTENT), NOW, revoked)).isEmpty();
    byte[] weak = forge.withHash(HashAlgorithmTags.SHA1).signature(CONTENT);
    assertThat(verify(CONTENT, weak, NOW, own)).isEmpty();
  }

  @Test
  void an_expired_key_cannot_sign() {
    Instant late = NOW.plus(Duration.ofDays(30));

    assertThatThrownBy(
            () -> DetachedSignatures.sign(new ByteArrayInputStream(CONTENT), OFFICIAL, late))
        .isInstanceOf(Sealer.KeyUnusable.class)
        .hasMessage(
            "Key %s cannot be used to sign with: it contains no key for this use that is valid now and strong"
                    .formatted(OFFICIAL.fingerprint())
                + " enough. Nothing was sealed or signed; configure a key that is valid now.");
  }

  private static byte[] sign(byte[] data) throws IOException {
    return DetachedSignatures.sign(new ByteArrayInputStream(data), OFFICIAL, NOW);
  }

  private static Optional<Signer> verify(
      byte[] data, byte[] signature, Instant now, Certificate... pinned) throws IOException {
    return DetachedSignatures.verify(
        new ByteArrayInputStream(data), new ByteArrayInputStream(signature), List.of(pinned), now);
  }
}
