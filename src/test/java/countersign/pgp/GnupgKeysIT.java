package countersign.pgp;

import static countersign.pgp.Envelopes.CONTENT;
import static countersign.pgp.Envelopes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that GnuPG 2.2 generates, expires, revokes and stores. */
class GnupgKeysIT {
  @TempDir private static Path home;
  private static Gnupg gnupg;
  private static SecretKey ours;

  @BeforeAll
  static void exchange_keys() throws IOException {
    gnupg = new Gnupg(home);
    ours = KeyMaker.make("Countersign <ours@example.invalid>", NOW.minusSeconds(60), null);
    gnupg.at(NOW).run("--import", Files.writeString(home.resolve("ours.asc"), ours.armoured()));
  }

  @AfterAll
  static void end_the_agent() {
    gnupg.close();
  }

  @Test
  void a_revoked_key_is_refused_even_for_what_it_signed_before() throws IOException {
    gnupg.key("revoked", "ed25519", "sign,cert", "never");
    gnupg.addKey("revoked", "cv25519", "encr");
    byte[] sealed = gnupg.sealed("revoked", "-r", ours.fingerprint());
    Certificate before = gnupg.exported("revoked");
    Path revocation = home.resolve("openpgp-revocs.d/" + before.fingerprint() + ".rev");
    Path usable = home.resolve("revocation.asc");
    Files.writeString(usable, Files.readString(revocation).replace(":-----BEGIN", "-----BEGIN"));
    gnupg.at(NOW).run("--import", usable);
    Certificate after = gnupg.exported("revoked");

    assertThat(Envelopes.open(sealed, ours, NOW, before).content()).isEqualTo(CONTENT);
    assertThat(Envelopes.fault(sealed, ours, NOW, after)).isEqualTo(EnvelopeFault.KEY_REVOKED);
    assertThat(before.canEncryptAt(NOW)).isTrue();
    assertThat(after.canEncryptAt(NOW)).isFalse();
    assertThat(after.isRevoked()).isTrue();
  }

  @Test
  void a_key_that_expired_before_signing_is_refused_and_one_that_expired_later_is_not()
      throws IOException {
    gnupg.key("expiring", "ed25519", "sign,cert", "seconds=3600");
    Certificate partner = gnupg.exported("expiring");
    byte[] sealed = gnupg.sealed("expiring", "-r", ours.fingerprint());
    Instant later = NOW.plus(Duration.ofDays(2));

    assertThat(Envelopes.open(sealed, ours, later, partner).content()).isEqualTo(CONTENT);
    String fingerprint = partner.fingerprint();
    gnupg.at(NOW.minusSeconds(50)).run("--quick-set-expire", fingerprint, "seconds=1");
    assertThat(Envelopes.fault(sealed, ours, later, gnupg.exported("expiring")))
        .isEqualTo(EnvelopeFault.KEY_EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "nistp256,",
    "nistp384,",
    "nistp521,",
    "rsa4096,",
    "rsa2048,WEAK",
    "dsa3072,WEAK",
    "secp256k1,WEAK",
    "brainpoolP256r1,WEAK"
  })
  void only_strong_keys_are_accepted(String algorithm, @Nullable EnvelopeFault expected)
      throws IOException {
    gnupg.key("kind-" + algorithm, algorithm, "sign,cert", "never");
    byte[] sealed = gnupg.sealed("kind-" + algorithm, "-r", ours.fingerprint());
    Certificate partner = gnupg.exported("kind-" + algorithm);

    if (expected == null) {
      assertThat(Envelopes.open(sealed, ours, NOW, partner).content()).isEqualTo(CONTENT);
    } else {
      assertThat(Envelopes.fault(sealed, ours, NOW, partner)).isEqualTo(expected);
    }
  }

  @Test
  void a_key_that_a_passphrase_protects_is_unlocked() throws IOException {
    ForeignProgram locked = gnupg.at(NOW, "phrase");
    locked.run("--quick-gen-key", "locked <locked@example.invalid>", "ed25519", "sign", "never");
    Path file = home.resolve("locked.asc");
    locked.run("--yes", "--armor", "-o", file, "--export-secret-keys", "locked");

    SecretKey key = SecretKey.parse(Files.newInputStream(file), "phrase".toCharArray());

    assertThat(key.signingKeyAt(NOW.plusSeconds(60))).isPresent();
    assertThat(Envelopes.secret(key.armoured().getBytes(StandardCharsets.US_ASCII)).fingerprint())
        .isEqualTo(key.fingerprint());
  }

  @Test
  void subkeys_work_while_the_primary_key_is_offline() throws IOException {
    gnupg.key("offline", "ed25519", "cert", "never");
    gnupg.addKey("offline", "ed25519", "sign");
    gnupg.addKey("offline", "cv25519", "encr");
    Path file = home.resolve("subkeys.asc");
    gnupg.at(NOW).run("--yes", "--armor", "-o", file, "--export-secret-subkeys", "offline");
    SecretKey key = Envelopes.secret(Files.readAllBytes(file));

    byte[] sealed = Envelopes.seal(CONTENT, key, NOW, key.certificate());

    assertThat(Envelopes.open(sealed, key, NOW, gnupg.exported("offline")).content())
        .isEqualTo(CONTENT);
  }
}
