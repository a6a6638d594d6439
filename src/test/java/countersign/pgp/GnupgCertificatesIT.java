package countersign.pgp;

import static countersign.pgp.Envelopes.NOW;

import countersign.pgp.CertificateVerdicts.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates that GnuPG 2.2 wrote over their life: the verdict equals that of GnuPG. */
class GnupgCertificatesIT {
  private static final String WEAK = "section 5: RSA 3072 to 8192, ed25519, a NIST curve; no DSA";
  private static final String SHA1 = "exchange.md: a hash weaker than SHA-256 refuses the key";
  private static final Instant BORN = NOW.minus(Duration.ofDays(100));
  @TempDir private static Path home;
  @TempDir private static Path verdicts;
  private static Gnupg gnupg;

  @BeforeAll
  static void open() throws IOException {
    gnupg = new Gnupg(home);
  }

  @AfterAll
  static void end_the_agent() {
    gnupg.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ed25519, cv25519, false",
    "nistp256, nistp256, false",
    "nistp384, nistp384, false",
    "nistp521, nistp521, false",
    "rsa3072, rsa3072, false",
    "rsa2048, rsa2048, true",
    "dsa2048, elg2048, true",
    "brainpoolP256r1, brainpoolP256r1, true",
    "secp256k1, secp256k1, true"
  })
  void algorithms(String primary, String subkey, boolean weak) throws IOException {
    made(primary, primary, "sign,cert", "never");
    add(primary, subkey, "encr", "never", BORN);
    compare(primary, 0, weak ? WEAK : null, weak ? WEAK : null);
  }

  @Test
  void a_key_that_expired_and_one_that_was_extended_in_time() throws IOException {
    made("expired", "ed25519", "sign,cert", "50d");
    add("expired", "cv25519", "encr", "never", BORN);
    compare("expired", 0, null, null);
    run(BORN.plus(Duration.ofDays(40)), "--quick-set-expire", fingerprint("expired"), "300d");
    compare("expired", 0, null, null);
  }

  @Test
  void a_new_signing_subkey_and_an_extended_encryption_subkey_are_judged_as_by_gnupg()
      throws IOException {
    made("rotated", "ed25519", "cert", "never");
    add("rotated", "ed25519", "sign", "50d", BORN);
    add("rotated", "cv25519", "encr", "50d", BORN);
    compare("rotated", 1, null, null);
    Instant later = BORN.plus(Duration.ofDays(45));
    add("rotated", "ed25519", "sign", "300d", later);
    compare("rotated", 1, null, null);
    compare("rotated", 3, null, null);
    run(later, "--quick-set-expire", fingerprint("rotated"), "300d", "*");
    compare("rotated", 1, null, null);
  }

  @Test
  void several_user_ids_of_which_one_is_revoked() throws IOException {
    made("several", "ed25519", "sign,cert", "never");
    add("several", "cv25519", "encr", "never", BORN);
    run(BORN, "--quick-add-uid", fingerprint("several"), "Second <second@example.invalid>");
    compare("several", 0, null, null);
    run(
        NOW.minusSeconds(60),
        "--quick-revoke-uid",
        fingerprint("several"),
        "Second <second@example.invalid>");
    compare("several", 0, null, null);
  }

  @Test
  void a_key_that_was_revoked() throws IOException {
    made("gone", "ed25519", "sign,cert", "never");
    add("gone", "cv25519", "encr", "never", BORN);
    Path revocation = home.resolve("openpgp-revocs.d/" + fingerprint("gone") + ".rev");
    Path usable = home.resolve("gone.asc");
    Files.writeString(usable, Files.readString(revocation).replace(":-----BEGIN", "-----BEGIN"));
    run(NOW.minusSeconds(60), "--import", usable);
    compare("gone", 0, null, null);
  }

  @Test
  void keys_that_lack_an_encryption_subkey_or_the_right_to_sign() throws IOException {
    made("signs", "ed25519", "sign,cert", "never");
    compare("signs", 0, null, null);
    made("receives", "ed25519", "cert", "never");
    add("receives", "cv25519", "encr", "never", BORN);
    compare("receives", 0, null, null);
  }

  @Test
  void self_signatures_with_sha_1() throws IOException {
    String[] sha1 = {"--cert-digest-algo", "SHA1"};
    gnupg
        .at(BORN.minusSeconds(60))
        .run(sha1[0], sha1[1], "--quick-gen-key", mail("sha1"), "ed25519", "sign,cert", "never");
    add("sha1", "cv25519", "encr", "never", BORN);
    compare("sha1", 0, SHA1, SHA1);
  }

  private static void made(String name, String algorithm, String use, String expires) {
    // A minute earlier, because gpg's clock goes on while it makes the key.
    run(BORN.minusSeconds(60), "--quick-gen-key", mail(name), algorithm, use, expires);
  }

  private static void add(String name, String algorithm, String use, String expires, Instant at)
      throws IOException {
    run(at, "--quick-add-key", fingerprint(name), algorithm, use, expires);
  }

  private static void run(Instant at, Object... arguments) {
    gnupg.at(at).run(arguments);
  }

  private static String mail(String name) {
    return name + " <" + name + "@example.invalid>";
  }

  private static String fingerprint(String name) throws IOException {
    return gnupg.exported(name).fingerprint();
  }

  private static void compare(
      String name, int signingKey, @Nullable String signing, @Nullable String receiving)
      throws IOException {
    SecretKey secret = gnupg.exportedSecret(name + "@example.invalid");
    CertificateKey key = secret.certificate().keys().get(signingKey);
    PGPKeyPair pair =
        new PGPKeyPair(key.key(), secret.privateKey(key.key().getKeyID()).orElseThrow());
    Sample sample = new Sample(gnupg.exported(name).armoured(), pair, signing, receiving);
    long before;
    try (Stream<Path> files = Files.list(verdicts)) {
      before = files.count();
    }
    CertificateVerdicts.compare(name + signingKey + List.of(before), sample, verdicts);
  }
}
