package countersign.pgp;

import static countersign.pgp.CertificateSmith.ALL;
import static countersign.pgp.CertificateSmith.CREATED;
import static countersign.pgp.CertificateSmith.ENCRYPT;
import static countersign.pgp.CertificateSmith.LATER;
import static countersign.pgp.CertificateSmith.NOTHING;
import static countersign.pgp.CertificateSmith.expiring;
import static countersign.pgp.CertificateSmith.flags;
import static countersign.pgp.CertificateSmith.lapsing;
import static countersign.pgp.CertificateSmith.ordinary;
import static countersign.pgp.CertificateSmith.primary;
import static countersign.pgp.Envelopes.NOW;
import static countersign.pgp.KeyProof.Fault.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.configuration.Problem;
import countersign.pgp.KeyProof.Fault;
import countersign.pgp.KeyProof.Office;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault of a key file has a code, and all of them are found at once. */
class KeyProofTest {
  @TempDir Path folder;

  @Test
  void a_valid_key_has_no_fault() throws IOException {
    assertThat(faults(ordinary(), Office.SIGN)).isEmpty();
    assertThat(faults(ordinary(), Office.RECEIVE)).isEmpty();
  }

  @Test
  void a_file_without_a_public_key_is_not_a_key() throws IOException {
    SecretKey key = KeyMaker.make("Officer", CREATED, null);
    byte[] armoured = key.certificate().armoured();
    byte[] cut = java.util.Arrays.copyOf(armoured, armoured.length / 2);

    for (byte[] wrong : List.of(bytes("hello\n"), new byte[0], new byte[] {1, 2, 3}, cut)) {
      assertThat(faults(wrong, key.fingerprint(), Office.RECEIVE)).containsExactly(NOT_A_KEY);
    }
    assertThat(faults(bytes(key.armoured()), key.fingerprint(), Office.RECEIVE))
        .containsExactly(SECRET_KEY);
  }

  @Test
  void another_key_and_further_keys_are_reported_together() throws IOException {
    byte[] one = ordinary().certificate();
    byte[] other = ordinary().certificate();
    String fingerprint = Envelopes.certificate(one).fingerprint();

    assertThat(faults(other, fingerprint, Office.SIGN)).containsExactly(WRONG_FINGERPRINT);
    assertThat(faults(Forge.join(one, other), fingerprint, Office.SIGN))
        .containsExactly(SEVERAL_KEYS);
    assertThat(faults(Forge.join(other, other), fingerprint, Office.SIGN))
        .containsExactly(SEVERAL_KEYS, WRONG_FINGERPRINT);
    CertificateSmith ended = primary(expiring(ALL, 50)).encryptionSubkey();
    byte[] both = Forge.join(ended.certificate(), other);
    assertThat(faults(both, Envelopes.certificate(both).fingerprint(), Office.SIGN))
        .containsExactly(SEVERAL_KEYS, KEY_EXPIRED);
  }

  @Test
  void the_key_of_a_designated_revoker_may_be_beside() throws IOException {
    CertificateSmith revoker = ordinary();
    for (boolean revoked : new boolean[] {true, false}) {
      CertificateSmith smith = new CertificateSmith();
      PGPKeyPair by = revoker.primary;
      if (revoked) {
        smith.onKey(by, PGPSignature.KEY_REVOCATION, LATER, NOTHING);
      }
      smith.onKey(
          smith.primary,
          PGPSignature.DIRECT_KEY,
          CREATED,
          said -> Forge.designates(said, by.getPublicKey()));
      smith.userId().selfSigned(CREATED, flags(ALL)).encryptionSubkey();
      byte[] both = Forge.join(smith.certificate(), revoker.certificate());

      assertThat(faults(both, Envelopes.certificate(both).fingerprint(), Office.RECEIVE))
          .isEqualTo(revoked ? List.of(KEY_REVOKED) : List.of());
      assertThat(faults(smith, Office.RECEIVE))
          .isEqualTo(revoked ? List.of(REVOCATION_UNPROVEN) : List.of());
    }
  }

  @Test
  void a_key_that_could_never_do_its_office_is_unfit() throws IOException {
    assertThat(faults(primary(flags(ALL)), Office.RECEIVE)).containsExactly(KEY_UNFIT);
    assertThat(faults(primary(flags(1)).encryptionSubkey(), Office.SIGN))
        .containsExactly(KEY_UNFIT);
    assertThat(faults(new CertificateSmith().userId(), Office.SIGN)).containsExactly(KEY_UNFIT);
  }

  @Test
  void a_key_that_cannot_do_its_office_now_says_why() throws IOException {
    CertificateSmith revoked = ordinary();
    revoked.onSubkey(
        revoked.primary, PGPSignature.SUBKEY_REVOCATION, revoked.encrypting, LATER, NOTHING);
    CertificateSmith subkey = primary(flags(ALL));
    subkey.key(PacketTag.PUBLIC_SUBKEY, subkey.encrypting);
    subkey.bound(subkey.encrypting, CREATED, expiring(ENCRYPT, 50));

    assertThat(faults(revoked, Office.RECEIVE)).containsExactly(KEY_REVOKED);
    assertThat(faults(revoked, Office.SIGN)).isEmpty();
    CertificateSmith nameless = primary(flags(ALL));
    nameless.onUserId(nameless.primary, PGPSignature.CERTIFICATION_REVOCATION, LATER, NOTHING);
    assertThat(faults(nameless, Office.SIGN)).containsExactly(KEY_REVOKED);
    assertThat(faults(subkey, Office.RECEIVE)).containsExactly(KEY_EXPIRED);
    assertThat(faults(primary(lapsing(ALL, 50)), Office.SIGN)).containsExactly(KEY_EXPIRED);
    SecretKey later = KeyMaker.make("Later", NOW.plusSeconds(60), null);
    assertThat(faults(later.certificate().armoured(), later.fingerprint(), Office.SIGN))
        .containsExactly(KEY_NOT_YET_VALID);
  }

  @Test
  void the_end_of_a_subkey_is_named_although_the_primary_key_was_extended_later()
      throws IOException {
    CertificateSmith extended = new CertificateSmith().userId().selfSigned(LATER, flags(ALL));
    extended.key(PacketTag.PUBLIC_SUBKEY, extended.encrypting);
    extended.bound(extended.encrypting, CREATED, expiring(ENCRYPT, 5));
    byte[] certificate = extended.certificate();
    Path file = Files.write(folder.resolve("extended.asc"), certificate);
    String fingerprint = Envelopes.certificate(certificate).fingerprint();

    assertThat(KeyProof.of(file, fingerprint, Office.RECEIVE, NOW))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.fault()).isEqualTo(KEY_EXPIRED);
              assertThat(found.found())
                  .startsWith("the end of its subkey ")
                  .endsWith(" on " + CREATED.plus(Duration.ofDays(5)));
            });
  }

  @Test
  void a_key_that_ends_within_30_days_is_reported_and_one_that_ends_later_is_not()
      throws IOException {
    assertThat(faults(primary(expiring(ALL, 130)), Office.SIGN)).containsExactly(KEY_ENDS_SOON);
    assertThat(faults(primary(lapsing(ALL, 101)), Office.SIGN)).containsExactly(KEY_ENDS_SOON);
    assertThat(faults(primary(expiring(ALL, 131)), Office.SIGN)).isEmpty();
    assertThat(
            faults(
                primary(lapsing(ALL, 101)).selfSigned(CREATED.plusSeconds(1), flags(ALL)),
                Office.SIGN))
        .isEmpty();
  }

  @Test
  void the_gateways_own_key_is_proved_too() throws IOException {
    SecretKey key = KeyMaker.make("Gateway", NOW.minusSeconds(60), Duration.ofDays(1));
    Path file = Files.write(folder.resolve("own.asc"), bytes(key.armoured()));

    assertThat(KeyProof.own(file, null, NOW)).isEmpty();
    assertThat(KeyProof.own(file, null, NOW.plus(Duration.ofDays(2)))).isPresent();
    Files.write(file, key.certificate().armoured());
    assertThat(KeyProof.own(file, null, NOW)).isPresent();
  }

  @Test
  void every_fault_is_a_problem_of_the_configuration() {
    for (Fault fault : Fault.values()) {
      assertThat(Problem.Code.values()).extracting(Enum::name).contains(fault.name());
    }
  }

  private List<Fault> faults(CertificateSmith smith, Office office) throws IOException {
    byte[] certificate = smith.certificate();
    return faults(certificate, Envelopes.certificate(certificate).fingerprint(), office);
  }

  private List<Fault> faults(byte[] content, String fingerprint, Office office) throws IOException {
    Path file = Files.write(folder.resolve("key.asc"), content);
    return KeyProof.of(file, fingerprint, office, NOW).stream()
        .map(KeyProof.Finding::fault)
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
