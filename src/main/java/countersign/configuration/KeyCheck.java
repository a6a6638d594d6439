package countersign.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proves that key files hold usable keys. */
public interface KeyCheck {

  /** Checks nothing, for commands that use no keys. */
  KeyCheck NONE =
      new KeyCheck() {
        @Override
        public Instant now() {
          return Instant.EPOCH;
        }

        @Override
        public List<Finding> pinned(Path file, String fingerprint, boolean receives) {
          return List.of();
        }

        @Override
        public Optional<String> own(Path file, @Nullable String passphrase) {
          return Optional.empty();
        }

        @Override
        public Optional<String> ownFingerprint(Path file, @Nullable String passphrase) {
          return Optional.empty();
        }
      };

  /**
   * One reason why a key cannot do its office now, or not for long.
   *
   * @param found what was found instead; never a part of the file
   */
  record Finding(Problem.Code code, String found) {}

  /** Checks OpenPGP key files at the time of the clock. */
  static KeyCheck ofOpenPgp(Clock clock) {
    return new OpenPgpKeyCheck(clock);
  }

  /** Time of the check. */
  Instant now();

  /**
   * Proves a pinned public key.
   *
   * @param fingerprint fingerprint of its primary key
   * @param receives true if files are encrypted to it; false if its signatures are accepted
   * @return every reason against it
   * @throws IOException if the file cannot be read
   */
  List<Finding> pinned(Path file, String fingerprint, boolean receives) throws IOException;

  /**
   * Proves the gateway's own secret key.
   *
   * @param passphrase null if it has none
   * @return why it cannot be used; empty if it can
   */
  Optional<String> own(Path file, @Nullable String passphrase);

  /**
   * Finds the fingerprint of the gateway's own key.
   *
   * @param passphrase null if it has none
   * @return empty if the key cannot be read
   */
  Optional<String> ownFingerprint(Path file, @Nullable String passphrase);
}
