package countersign.vault;

import java.security.GeneralSecurityException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates vaults for tests of other packages. */
public final class VaultFixtures {
  private VaultFixtures() {}

  /** Creates a vault with its own root key on a migrated database. */
  public static Vault vaultOn(DataSource database) {
    return ofOneRoot().apply(database);
  }

  /** Creates vaults with the same root key, as a gateway does on copies of its database. */
  public static Function<DataSource, Vault> ofOneRoot() {
    try {
      var root = DataKeys.aead(DataKeys.newRoot());
      return database -> new Vault(root, new JdbcWrappedKeys(JdbcClient.create(database)));
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("No root key can be created", cause);
    }
  }
}
