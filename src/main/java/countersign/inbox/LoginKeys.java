package countersign.inbox;

import countersign.authority.Authority;
import countersign.authority.Partner;
import countersign.configuration.Instance.Secret;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The passphrases of the login keys that the partners' documents name. Reads them at each call. */
final class LoginKeys {
  private static final Logger LOG = LoggerFactory.getLogger(LoginKeys.class);
  private final Authority authority;

  LoginKeys(Authority authority) {
    this.authority = authority;
  }

  /**
   * The passphrase of a login key.
   *
   * @param keyFile the file of the key, as the partner's document names it
   * @return empty if it has none, or if it cannot be read, which is logged; the login fails then
   */
  Optional<String> passphrase(String keyFile) {
    return authority.partners().stream()
        .filter(partner -> partner.privateKeyFile().toString().equals(keyFile))
        .flatMap(LoginKeys::read)
        .findFirst();
  }

  private static Stream<String> read(Partner partner) {
    Secret secret = partner.settings().passphrase();
    if (secret == null) {
      return Stream.empty();
    }
    try {
      return Stream.of(secret.read());
    } catch (UncheckedIOException | IllegalStateException e) {
      LOG.warn(
          "MISSING_SECRET  privateKeyPassphrase of {}: {}. Create it; until then the login fails.",
          partner.id(),
          e.getMessage());
      return Stream.empty();
    }
  }
}
