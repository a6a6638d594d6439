package countersign.vault;

import com.google.crypto.tink.Aead;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires this package. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  @Bean
  Vault vault(
      JdbcClient jdbc,
      @Value("${countersign.vault.root-keyset}") String rootKeyset,
      @Value("${countersign.vault.create:false}") boolean create) {
    WrappedKeys keys = new JdbcWrappedKeys(jdbc);
    return new Vault(root(keys, Path.of(rootKeyset), create), keys);
  }

  /**
   * Key pair that signs the ledger's checkpoints. A plain JDK key pair, because the ledger does not
   * depend on the vault.
   */
  @Bean
  KeyPair checkpointKey(Vault vault) {
    return vault.signing("checkpoint");
  }

  /**
   * Creates a root key only if this is allowed and the database holds no key that another root key
   * wrapped.
   */
  static Aead root(WrappedKeys keys, Path file, boolean create) {
    if (Files.exists(file)) {
      return RootKeyFile.load(file);
    }
    if (!create) {
      throw new IllegalStateException(
          "ROOT_KEY  Root keyset %s is missing. Restore it, or set countersign.vault.create to true for a new database."
              .formatted(file));
    }
    if (!keys.isEmpty()) {
      throw new IllegalStateException(
          "ROOT_KEY  Root keyset %s is missing, and the database contains keys that it encrypted. A new root keyset cannot decrypt them. Restore the old one."
              .formatted(file));
    }
    return RootKeyFile.create(file);
  }
}
