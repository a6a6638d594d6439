package countersign.pgp;

import static countersign.pgp.Envelopes.CONTENT;
import static countersign.pgp.Envelopes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.jspecify.annotations.Nullable;

/** Compares the gateway's verdict about a certificate with GnuPG's. */
final class CertificateVerdicts {
  static final SecretKey GATEWAY = KeyMaker.make("Gateway", NOW.minusSeconds(60), null);

  private CertificateVerdicts() {}

  /**
   * One certificate.
   *
   * @param bytes as a partner would send it, maybe with the certificate of a designated revoker
   * @param signer the key that signs a message at {@link Envelopes#NOW}
   * @param signing why the verdict about a signature is not GnuPG's; else null
   * @param receiving why the verdict about encryption is not GnuPG's; else null
   */
  record Sample(
      byte[] bytes, PGPKeyPair signer, @Nullable String signing, @Nullable String receiving) {
    Sample(byte[] bytes, PGPKeyPair signer) {
      this(bytes, signer, null, null);
    }

    Sample unlikeGnupg(@Nullable String forSigning, @Nullable String forReceiving) {
      return new Sample(bytes, signer, forSigning, forReceiving);
    }
  }

  static Sample byPrimary(CertificateSmith smith) {
    return new Sample(smith.certificate(), smith.primary);
  }

  /** Fails unless both say the same; or the opposite, if the sample gives a reason. */
  static void compare(String name, Sample sample, Path home) throws IOException {
    Certificate certificate = Certificate.parse(new ByteArrayInputStream(sample.bytes())).get(0);
    GnupgVerdict gnupg =
        GnupgVerdict.of(
            home.resolve(name.replaceAll("\\W+", "-")),
            sample.bytes(),
            signature(sample.signer(), false),
            certificate.fingerprint(),
            NOW);
    assertThat(signs(sample.signer(), certificate))
        .as("signs: %s, unlike GnuPG: %s%n%s", name, sample.signing(), gnupg.printed())
        .isEqualTo(gnupg.signs() == (sample.signing() == null));
    assertThat(certificate.canEncryptAt(NOW))
        .as("receives: %s, unlike GnuPG: %s%n%s", name, sample.receiving(), gnupg.printed())
        .isEqualTo(gnupg.receives() == (sample.receiving() == null));
  }

  private static boolean signs(PGPKeyPair signer, Certificate certificate) throws IOException {
    byte[] message =
        Forge.join(signature(signer, true), Forge.literal('b', CONTENT), signature(signer, false));
    byte[] sealed = Forge.encrypted(message, GATEWAY.certificate());
    try {
      return Envelopes.open(sealed, GATEWAY, NOW, certificate).content().length > 0;
    } catch (EnvelopeRefused e) {
      assertThat(e.fault())
          .isIn(
              List.of(
                  EnvelopeFault.UNKNOWN_SIGNER,
                  EnvelopeFault.KEY_EXPIRED,
                  EnvelopeFault.KEY_REVOKED,
                  EnvelopeFault.WEAK));
      return false;
    }
  }

  private static byte[] signature(PGPKeyPair signer, boolean onePass) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PGPSignature signature =
        CertificateSmith.made(
            signer,
            PGPSignature.BINARY_DOCUMENT,
            NOW,
            said -> {},
            generator -> {
              announce(generator, onePass, out);
              generator.update(CONTENT);
              return generator.generate();
            });
    return onePass ? out.toByteArray() : signature.getEncoded();
  }

  private static void announce(
      PGPSignatureGenerator generator, boolean wanted, ByteArrayOutputStream out)
      throws PGPException {
    if (wanted) {
      try {
        generator.generateOnePassVersion(false).encode(out);
      } catch (IOException e) {
        throw new PGPException("It cannot be written", e);
      }
    }
  }
}
