package countersign.sealing;

import countersign.authority.Authority;
import countersign.ledger.LedgerReader;
import countersign.lifecycle.Lifecycle;
import countersign.pgp.SecretKey;
import java.security.KeyPair;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

  @Bean
  RecipientKeys recipientKeys(Authority authority) {
    return new RecipientKeys(authority);
  }

  @Bean
  SealSignature sealSignature(
      SecretKey gatewayKey, Authority authority, @Qualifier("checkpointKey") KeyPair key) {
    return new SealSignature(
        new SealStatement.Place(gatewayKey.fingerprint(), authority.environment().name()), key);
  }

  @Bean
  SealedStore sealedStore(
      OutgoingBytes outgoing, JdbcClient jdbc, Recipients recipients, SealSignature signature) {
    return new SealedStore(outgoing, new JdbcSealStatements(jdbc), recipients, signature);
  }

  @Bean
  SealVerification verifying(
      Lifecycle lifecycle,
      OutgoingBytes outgoing,
      JdbcClient jdbc,
      Recipients recipients,
      SealSignature signature,
      LedgerReader ledger) {
    return new SealVerification(
        lifecycle, outgoing, new JdbcSealStatements(jdbc), recipients, signature, ledger);
  }
}
