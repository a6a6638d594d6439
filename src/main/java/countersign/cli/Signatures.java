package countersign.cli;

import countersign.configuration.SignatureCheck;
import countersign.pgp.Certificate;
import countersign.pgp.DetachedSignatures;
import countersign.pgp.Signer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who signed a document, by OpenPGP, without a running gateway. */
final class Signatures implements SignatureCheck {
  private final Clock clock;

  Signatures(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Optional<String> signer(byte[] document, byte[] signature, List<Path> keys)
      throws IOException {
    List<Certificate> certificates = new ArrayList<>();
    for (Path key : keys) {
      certificates.addAll(certificates(key));
    }
    return DetachedSignatures.verify(
            new ByteArrayInputStream(document),
            new ByteArrayInputStream(signature),
            certificates,
            clock.instant())
        .map(Signer::primaryFingerprint);
  }

  static List<Certificate> certificates(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Certificate.parse(in);
    }
  }
}
