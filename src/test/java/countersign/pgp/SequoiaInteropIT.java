package countersign.pgp;

import static countersign.pgp.Envelopes.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequoia and the gateway read each other's files. */
class SequoiaInteropIT {
  private final ForeignProgram sq = new ForeignProgram("sq", "sq");
  private Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
  private final SecretKey ours =
      KeyMaker.make("Countersign <ours@example.invalid>", now.minusSeconds(600), null);

  @TempDir private Path home;
  private Path partnerKey;
  private Path partnerFile;
  private Path ourFile;
  private Certificate partner;

  @BeforeEach
  void exchange_keys() throws IOException {
    partnerKey = home.resolve("partner.key");
    partnerFile = home.resolve("partner.asc");
    sq.run("key", "generate", "-u", "partner@example.invalid", "-e", partnerKey);
    sq.run("key", "extract-cert", "-o", partnerFile, partnerKey);
    partner = Envelopes.certificate(Files.readAllBytes(partnerFile));
    ourFile = Files.write(home.resolve("ours.asc"), ours.certificate().armoured());
    now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "pad", "zip", "zlib"})
  void the_gateway_opens_files_that_sq_seals(String compression) throws IOException {
    for (List<String> form : List.of(List.<String>of(), List.of("--binary"))) {
      Envelopes.Opened opened =
          Envelopes.open(sealed(ourFile, compression, form), ours, soon(), partner);

      assertThat(opened.content()).isEqualTo(CONTENT);
      assertThat(opened.signer().primaryFingerprint()).isEqualTo(partner.fingerprint());
      assertThat(opened.signer().signingFingerprint()).isNotEqualTo(partner.fingerprint());
    }
  }

  @Test
  void bzip2_is_an_unsupported_packet() throws IOException {
    assertThat(Envelopes.fault(sealed(ourFile, "bzip2", List.of()), ours, soon(), partner))
        .isEqualTo(EnvelopeFault.UNSUPPORTED_PACKET);
  }

  @Test
  void a_message_for_somebody_else_is_not_for_us() throws IOException {
    assertThat(Envelopes.fault(sealed(partnerFile, "pad", List.of()), ours, soon(), partner))
        .isEqualTo(EnvelopeFault.NOT_FOR_US);
  }

  @Test
  void sq_opens_files_of_the_gateway_and_accepts_the_signature() throws IOException {
    assertThat(partner.canEncryptAt(now)).isTrue();
    Path sealed = Files.write(home.resolve("sealed"), Envelopes.seal(CONTENT, ours, now, partner));
    Path opened = home.resolve("opened");

    String printed =
        sq.run(
            "decrypt",
            "-n",
            "1",
            "--signer-cert",
            ourFile,
            "--recipient-key",
            partnerKey,
            "-o",
            opened,
            sealed);

    assertThat(opened).hasBinaryContent(CONTENT);
    assertThat(printed).contains("Good signature");
  }

  @Test
  void sq_opens_files_with_a_key_that_the_gateway_generated() throws IOException {
    Path ourKey = Files.writeString(home.resolve("ours.key"), ours.armoured());
    Path opened = home.resolve("opened");
    Path sealed = Files.write(home.resolve("sealed"), sealed(ourFile, "pad", List.of()));

    sq.run(
        "decrypt",
        "-n",
        "1",
        "--signer-cert",
        partnerFile,
        "--recipient-key",
        ourKey,
        "-o",
        opened,
        sealed);

    assertThat(opened).hasBinaryContent(CONTENT);
  }

  @Test
  void the_gateway_can_use_an_sq_key_without_a_passphrase() throws IOException {
    SecretKey imported = Envelopes.secret(Files.readAllBytes(partnerKey));
    byte[] sealed = Envelopes.seal(CONTENT, imported, now, ours.certificate());

    assertThat(Envelopes.open(sealed, ours, soon(), partner).content()).isEqualTo(CONTENT);
    assertThat(new String(partner.armoured(), StandardCharsets.US_ASCII))
        .startsWith("-----BEGIN PGP PUBLIC KEY BLOCK-----")
        .doesNotContain("Version");
  }

  private byte[] sealed(Path to, String compression, List<String> form) throws IOException {
    Path plain = Files.write(home.resolve("plain"), CONTENT);
    Path sealed = home.resolve("sealed");
    Files.deleteIfExists(sealed);
    Object[] arguments = {
      "encrypt",
      "--compression",
      compression,
      "--recipient-cert",
      to,
      "--signer-key",
      partnerKey,
      "-o",
      sealed,
      plain,
      form.isEmpty() ? "--mode=all" : form.get(0)
    };
    sq.run(arguments);
    return Files.readAllBytes(sealed);
  }

  private Instant soon() {
    return now.plusSeconds(60);
  }
}
