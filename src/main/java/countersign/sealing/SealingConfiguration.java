package countersign.sealing;

import countersign.authority.ActionSignatures;
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
  SealHistory sealHistory(JdbcClient jdbc, LedgerReader ledger, ActionSignatures signatures) {
    return new SealHistory(new JdbcSealStatements(jdbc), ledger, new Resealings(signatures));
  }

  @Bean
  SealedStore sealedStore(
      OutgoingBytes outgoing, SealHistory history, Recipients recipients, SealSignature signature) {
    return new SealedStore(outgoing, history, recipients, signature);
  }

  @Bean
  SealVerification verifying(
      Lifecycle lifecycle,
      OutgoingBytes outgoing,
      SealHistory history,
      Recipients recipients,
      SealSignature signature) {
    return new SealVerification(lifecycle, outgoing, history, recipients, signature);
  }

  @Bean
  Resealing resealing(
      Lifecycle lifecycle,
      LedgerReader ledger,
      OutgoingBytes outgoing,
      ActionSignatures signatures) {
    return new Resealing(lifecycle, ledger, outgoing, new Resealings(signatures));
  }
}
