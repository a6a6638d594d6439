package countersign.pgp;

import static countersign.pgp.Envelopes.CONTENT;
import static countersign.pgp.Envelopes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GnuPG 2.2 and the gateway read each other's files and refuse the same keys. */
class GnupgInteropIT {
  private static final List<String> SIGNERS = List.of("rsa3072", "ed25519", "subkey");
  private static final List<String> GATEWAYS = List.of("ours", "rsa3072");

  @TempDir private static Path home;
  private static Gnupg gnupg;
  private static SecretKey ours;
  private static SecretKey rsaGateway;

  @BeforeAll
  static void make_keys() throws IOException {
    gnupg = new Gnupg(home);
    gnupg.key("rsa3072", "rsa3072", "sign,cert", "never");
    gnupg.key("ed25519", "ed25519", "sign,cert", "never");
    gnupg.key("subkey", "ed25519", "cert", "never");
    gnupg.addKey("subkey", "ed25519", "sign");
    gnupg.key("gateway", "rsa3072", "cert,sign", "never");
    gnupg.addKey("gateway", "rsa3072", "encr");
    ours = KeyMaker.make("Countersign <ours@example.invalid>", NOW.minusSeconds(60), null);
    Path exported = Files.writeString(home.resolve("ours.asc"), ours.armoured());
    gnupg.at(NOW).run("--import", exported);
    rsaGateway = gnupg.exportedSecret("gateway");
  }

  @AfterAll
  static void end_the_agent() {
    gnupg.close();
  }

  static List<Sealing> sealings() {
    List<Sealing> all = new ArrayList<>();
    for (String signer : SIGNERS) {
      for (String gateway : GATEWAYS) {
        for (String compression : List.of("none", "zip", "zlib")) {
          all.add(new Sealing(signer, gateway, compression, true));
          all.add(new Sealing(signer, gateway, compression, false));
        }
      }
    }
    return all;
  }

  record Sealing(String signer, String gateway, String compression, boolean armour) {}

  @ParameterizedTest
  @MethodSource("sealings")
  void the_gateway_opens_files_that_gpg_seals(Sealing sealing) throws IOException {
    Certificate partner = gnupg.exported(sealing.signer());

    Envelopes.Opened opened =
        Envelopes.open(sealed(sealing), gateway(sealing.gateway()), NOW, partner);

    assertThat(opened.content()).isEqualTo(CONTENT);
    assertThat(opened.signer().primaryFingerprint()).isEqualTo(partner.fingerprint());
    assertThat(opened.signer().signingFingerprint().equals(partner.fingerprint()))
        .isEqualTo(!sealing.signer().equals("subkey"));
    assertThat(opened.signer().signedAt()).isBetween(NOW, NOW.plusSeconds(60));
  }

  @ParameterizedTest
  @MethodSource("gateways")
  void gpg_opens_files_of_the_gateway_and_accepts_the_signature(String gateway) throws IOException {
    SecretKey signer = gateway(gateway);
    for (String recipient : List.of("ours", "gateway")) {
      Certificate to = gateway(recipient).certificate();
      Path sealed = Files.write(home.resolve("ours.pgp"), Envelopes.seal(CONTENT, signer, NOW, to));
      Path opened = home.resolve("opened");

      String status =
          gnupg.at(NOW).run("--yes", "--status-fd", "1", "-o", opened, "--decrypt", sealed);

      assertThat(opened).hasBinaryContent(CONTENT);
      assertThat(status)
          .contains("GOODSIG", "DECRYPTION_OKAY", "GOODMDC", "PLAINTEXT 62 0 ")
          .contains("VALIDSIG " + signer.fingerprint());
      assertThat(gnupg.at(NOW).run("--list-packets", sealed))
          .contains(":literal data packet:", "mode b (62), created 0, name=\"\"")
          .contains("digest algo 10", ":encrypted data packet:", "mdc_method: 2")
          .doesNotContain(":compressed packet:");
    }
  }

  static List<String> gateways() {
    return GATEWAYS;
  }

  @Test
  void bzip2_is_an_unsupported_packet() throws IOException {
    byte[] sealed = sealed(new Sealing("ed25519", "ours", "bzip2", false));

    assertThat(Envelopes.fault(sealed, ours, NOW, gnupg.exported("ed25519")))
        .isEqualTo(EnvelopeFault.UNSUPPORTED_PACKET);
  }

  @Test
  void a_message_for_a_hidden_recipient_opens() throws IOException {
    byte[] sealed =
        gnupg.sealed("ed25519", "--hidden-recipient", "gateway", "-R", ours.fingerprint());

    assertThat(Envelopes.open(sealed, ours, NOW, gnupg.exported("ed25519")).content())
        .isEqualTo(CONTENT);
    assertThat(Envelopes.open(sealed, rsaGateway, NOW, gnupg.exported("ed25519")).content())
        .isEqualTo(CONTENT);
  }

  @Test
  void an_unknown_critical_notation_is_refused_and_a_harmless_one_is_not() throws IOException {
    byte[] critical =
        gnupg.sealed("ed25519", "-r", ours.fingerprint(), "-N", "!rule@example.invalid=obey");
    byte[] harmless =
        gnupg.sealed("ed25519", "-r", ours.fingerprint(), "-N", "note@example.invalid=read");

    assertThat(Envelopes.fault(critical, ours, NOW, gnupg.exported("ed25519")))
        .isEqualTo(EnvelopeFault.BAD_SIGNATURE);
    assertThat(Envelopes.open(harmless, ours, NOW, gnupg.exported("ed25519")).content())
        .isEqualTo(CONTENT);
  }

  @Test
  void two_signers_a_weak_hash_and_a_missing_signature_are_refused() throws IOException {
    String to = ours.fingerprint();
    Certificate partner = gnupg.exported("ed25519");

    assertThat(
            Envelopes.fault(
                gnupg.sealed("ed25519", "-r", to, "-u", "rsa3072"),
                ours,
                NOW,
                partner,
                gnupg.exported("rsa3072")))
        .isEqualTo(EnvelopeFault.SEVERAL_SIGNATURES);
    assertThat(
            Envelopes.fault(
                gnupg.sealed("rsa3072", "-r", to, "--digest-algo", "SHA224"),
                ours,
                NOW,
                gnupg.exported("rsa3072")))
        .isEqualTo(EnvelopeFault.WEAK);
    assertThat(
            Envelopes.fault(
                gnupg.sealed("ed25519", "-r", to, "--cipher-algo", "CAMELLIA256"),
                ours,
                NOW,
                partner))
        .isEqualTo(EnvelopeFault.UNSUPPORTED_PACKET);
    Path plain = Files.write(home.resolve("plain"), CONTENT);
    Path bare = home.resolve("bare.pgp");
    gnupg.at(NOW).run("--yes", "-o", bare, "--encrypt", "-r", to, plain);
    assertThat(Envelopes.fault(Files.readAllBytes(bare), ours, NOW, partner))
        .isEqualTo(EnvelopeFault.NO_SIGNATURE);
    gnupg.at(NOW).run("--yes", "-o", bare, "-u", "ed25519", "--sign", plain);
    assertThat(Envelopes.fault(Files.readAllBytes(bare), ours, NOW, partner))
        .isEqualTo(EnvelopeFault.PLAINTEXT);
  }

  @Test
  void both_sides_accept_detached_signatures_of_the_other() throws IOException {
    Path file = Files.write(home.resolve("posture.yaml"), CONTENT);
    Path signature = home.resolve("posture.yaml.1.asc");
    gnupg.at(NOW).run("--yes", "--armor", "-u", "subkey", "-o", signature, "--detach-sign", file);

    assertThat(
            DetachedSignatures.verify(
                Files.newInputStream(file),
                Files.newInputStream(signature),
                List.of(gnupg.exported("subkey")),
                NOW.plusSeconds(60)))
        .map(Signer::primaryFingerprint)
        .contains(gnupg.exported("subkey").fingerprint());

    Files.write(signature, DetachedSignatures.sign(Files.newInputStream(file), ours, NOW));
    assertThat(gnupg.at(NOW).run("--status-fd", "1", "--verify", signature, file))
        .contains("VALIDSIG " + ours.fingerprint());
  }

  private static SecretKey gateway(String name) {
    return name.equals("ours") ? ours : rsaGateway;
  }

  private static byte[] sealed(Sealing sealing) throws IOException {
    List<Object> options =
        new ArrayList<>(
            List.of(
                "-r",
                gateway(sealing.gateway()).fingerprint(),
                "--compress-algo",
                sealing.compression()));
    if (sealing.armour()) {
      options.add("--armor");
    }
    return gnupg.sealed(sealing.signer(), options.toArray());
  }
}
