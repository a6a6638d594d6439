package countersign.vault;

import java.security.GeneralSecurityException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates vaults for tests of other packages. */
public final class VaultFixtures {
  private VaultFixtures() {}

  /** Creates a vault with its own root key on a migrated database. */
  public static Vault vaultOn(DataSource database) {
    try {
      return new Vault(
          DataKeys.aead(DataKeys.newRoot()), new JdbcWrappedKeys(JdbcClient.create(database)));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("No root key can be created", cause);
    }
  }
}
