package countersign.configuration;

import countersign.pgp.KeyProof;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link KeyCheck} on OpenPGP key files. */
final class OpenPgpKeyCheck implements KeyCheck {
  private final Clock clock;

  OpenPgpKeyCheck(Clock clock) {
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
    return KeyProof.own(file, passphrase, now());
  }

  @Override
  public Optional<String> ownFingerprint(Path file, @Nullable String passphrase) {
    return KeyProof.ownFingerprint(file, passphrase);
  }
}
