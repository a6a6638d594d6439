package countersign.pipeline;

import countersign.configuration.KeyCheck;
import countersign.configuration.Problem;
import countersign.pgp.KeyProof;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link KeyCheck} with OpenPGP, for the start of the gateway. */
final class StartUpKeyCheck implements KeyCheck {
  private final Clock clock;

  StartUpKeyCheck(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public List<Finding> pinned(Path file, String fingerprint, boolean receives) throws IOException {
    KeyProof.Office office = receives ? KeyProof.Office.RECEIVE : KeyProof.Office.SIGN;
    return KeyProof.of(file, fingerprint, office, now()).stream()
        .map(one -> new Finding(Problem.Code.valueOf(one.fault().name()), one.found()))
        .toList();
  }

  @Override
  public Optional<String> own(Path file, @Nullable String passphrase) {
    try (InputStream in = Files.newInputStream(file)) {
      char[] secret = passphrase == null ? null : passphrase.toCharArray();
      return SecretKey.parse(in, secret).unfitAsGateway(now());
    } catch (IOException e) {
      return Optional.of("it is not a secret key of version 4, or its passphrase is wrong");
    }
  }
}
