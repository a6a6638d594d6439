package countersign.vault;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vault of a database that a command reaches by itself, with a root keyset that is there. */
public final class JdbcVault {
  private JdbcVault() {}

  /**
   * Opens it; no root key is ever made.
   *
   * @param rootKeyset what wrapped the keys of that database
   * @throws IllegalStateException if it is missing or no keyset
   */
  public static Vault on(JdbcClient jdbc, Path rootKeyset) {
    WrappedKeys keys = new JdbcWrappedKeys(jdbc);
    return new Vault(VaultConfiguration.root(keys, rootKeyset, false), keys);
  }
}
