package countersign.pgp;

import static countersign.pgp.Envelopes.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RNP and the gateway read each other's files. */
class RnpInteropIT {
  private static final String PARTNER = "partner@example.invalid";

  private Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
  private final SecretKey ours =
      KeyMaker.make("Countersign <ours@example.invalid>", now.minusSeconds(600), null);

  @TempDir private Path home;
  private ForeignProgram rnp;
  private ForeignProgram rnpkeys;
  private Certificate partner;

  @BeforeEach
  void exchange_keys() throws IOException {
    rnp =
        new ForeignProgram("rnp", "rnp", "--homedir", home.toString(), "--password", "", "--notty");
    rnpkeys =
        new ForeignProgram(
            "rnpkeys", "rnp", "--homedir", home.toString(), "--password", "", "--notty");
    rnpkeys.run("--generate-key", "--userid", PARTNER, "--numbits", "3072");
    Path exported = home.resolve("partner.asc");
    rnpkeys.run("--export-key", "--output", exported, PARTNER);
    partner = Envelopes.certificate(Files.readAllBytes(exported));
    rnpkeys.run("--import-keys", Files.writeString(home.resolve("ours.asc"), ours.armoured()));
    now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({"-z0,--notty", "--zip,--notty", "--zlib,--armor", "-z0,--armor"})
  void the_gateway_opens_files_that_rnp_seals(String compression, String form) throws IOException {
    Envelopes.Opened opened =
        Envelopes.open(sealed(compression, form), ours, now.plusSeconds(60), partner);

    assertThat(opened.content()).isEqualTo(CONTENT);
    assertThat(opened.signer().primaryFingerprint()).isEqualTo(partner.fingerprint());
  }

  @Test
  void bzip2_and_aead_are_unsupported_packets() throws IOException {
    for (String option : new String[] {"--bzip", "--aead=OCB"}) {
      assertThat(Envelopes.fault(sealed(option, "--notty"), ours, now.plusSeconds(60), partner))
          .isEqualTo(EnvelopeFault.UNSUPPORTED_PACKET);
    }
  }

  @Test
  void rnp_opens_files_of_the_gateway_and_accepts_the_signature() throws IOException {
    for (Certificate to : new Certificate[] {partner, ours.certificate()}) {
      Path sealed = Files.write(home.resolve("sealed"), Envelopes.seal(CONTENT, ours, now, to));
      Path opened = home.resolve("opened");

      String printed = rnp.run("--decrypt", "--overwrite", "--output", opened, sealed);

      assertThat(opened).hasBinaryContent(CONTENT);
      assertThat(printed).contains("Good signature").contains("Signature(s) verified successfully");
    }
  }

  private byte[] sealed(String compression, String form) throws IOException {
    Path plain = Files.write(home.resolve("plain"), CONTENT);
    Path sealed = home.resolve("sealed");
    rnp.run(
        "--encrypt",
        "--sign",
        "-r",
        "ours@example.invalid",
        "-u",
        PARTNER,
        compression,
        form,
        "--overwrite",
        "--output",
        sealed,
        plain);
    return Files.readAllBytes(sealed);
  }
}
