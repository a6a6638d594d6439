package countersign.vault;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Builds the vault for a command that connects to a database by itself and has an existing root
 * keyset.
 */
public final class JdbcVault {
  private JdbcVault() {}

  /**
   * Returns the vault of this database; never creates a root key.
   *
   * @param rootKeyset file with the root keyset that wrapped the keys of that database
   * @throws IllegalStateException if the file is missing or is not a keyset
   */
  public static Vault on(JdbcClient jdbc, Path rootKeyset) {
    WrappedKeys keys = new JdbcWrappedKeys(jdbc);
    return new Vault(VaultConfiguration.root(keys, rootKeyset, false), keys);
  }
}
