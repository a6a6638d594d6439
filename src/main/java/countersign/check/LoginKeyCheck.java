package countersign.check;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import countersign.configuration.Configuration;
import countersign.configuration.DocumentKind;
import countersign.configuration.Instance;
import countersign.configuration.Instance.Secret;
import countersign.configuration.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens each partner's login key with its passphrase, without connecting to anybody. A key that
 * does not open prevents no start: only that partner waits. Stateless.
 */
final class LoginKeyCheck {
  private LoginKeyCheck() {}

  /** One sentence for each key that does not open; a missing file is reported elsewhere. */
  static List<CheckFinding> of(Path directory) {
    return Configuration.sections(directory, DocumentKind.PARTNER).stream()
        .flatMap(partner -> objection(partner).stream())
        .map(sentence -> CheckFinding.ofMachine(sentence, false))
        .toList();
  }

  private static Optional<String> objection(Section partner) {
    Path file = partner.file("privateKeyFile");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    String where = "partner " + partner.text("id");
    try {
      KeyPair key = KeyPair.load(new JSch(), Files.readAllBytes(file), null);
      try {
        return key.isEncrypted() ? locked(where, file, key, passphrase(partner)) : Optional.empty();
      } finally {
        key.dispose();
      }
    } catch (JSchException | IOException e) {
      return Optional.of(
          "SFTP_KEY  %s · %s is not an SSH private key. Put the login key there, or correct privateKeyFile."
              .formatted(where, file));
    } catch (UncheckedIOException | IllegalStateException e) {
      return Optional.of(
          "MISSING_SECRET  %s · privateKeyPassphrase cannot be read: %s. Create it, or name another place."
              .formatted(where, e.getMessage()));
    }
  }

  private static Optional<Secret> passphrase(Section partner) {
    return Optional.ofNullable(Instance.secret(partner, "privateKeyPassphrase"));
  }

  private static Optional<String> locked(
      String where, Path file, KeyPair key, Optional<Secret> passphrase) {
    if (passphrase.isEmpty()) {
      return Optional.of(
          "SFTP_KEY  %s · %s has a passphrase, and the partner's document names none. Add privateKeyPassphrase."
              .formatted(where, file));
    }
    byte[] words = passphrase.get().read().getBytes(StandardCharsets.UTF_8);
    return key.decrypt(words)
        ? Optional.empty()
        : Optional.of(
            "SFTP_KEY  %s · privateKeyPassphrase does not open %s. Correct the passphrase, or privateKeyFile."
                .formatted(where, file));
  }
}
