package countersign.delivery;

import countersign.accounting.Accounting;
import countersign.approval.Disclosures;
import countersign.authority.Authority;
import countersign.authority.Stops;
import countersign.authority.Uploads;
import countersign.intake.AcknowledgementsDue;
import countersign.intake.FileProgress;
import countersign.intake.JdbcRequestGroups;
import countersign.ledger.LedgerReader;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import countersign.lifecycle.Work;
import countersign.pgp.Sealer;
import countersign.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires this package. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

  @Bean
  Delivery delivery(
      Delivery.Parts parts,
      Lifecycle lifecycle,
      StopsLock lock,
      Work work,
      Authority authority,
      Clock clock) {
    return new Delivery(parts, lifecycle, lock, work, authority, clock);
  }

  @Bean
  Delivery.Parts deliveryParts(
      JdbcTemplate template,
      JdbcRequestGroups requestGroups,
      PlatformTransactionManager manager,
      Authority authority,
      Obstacles obstacles,
      Delivery.Steps steps) {
    return new Delivery.Parts(
        new JdbcGroups(JdbcClient.create(template), requestGroups),
        new JdbcResponses(template),
        new JdbcAcknowledgements(new TransactionTemplate(manager), template),
        new RecipientKeys(authority),
        obstacles,
        steps);
  }

  @Bean
  AcknowledgementsDue acknowledgementsDue(JdbcClient jdbc) {
    return new JdbcAcknowledgementsDue(jdbc);
  }

  @Bean
  Uploads uploads(JdbcClient jdbc) {
    return new JdbcUploads(jdbc);
  }

  @Bean
  Obstacles obstacles(Authority authority, Stops stops) {
    return new Obstacles(authority, stops);
  }

  @Bean
  Delivery.Steps deliverySteps(
      Acknowledging acknowledging, Releasing releasing, Sealing sealing, Dispatching dispatching) {
    return new Delivery.Steps(acknowledging, releasing, sealing, dispatching);
  }

  @Bean
  JdbcOutgoing outgoing(
      JdbcTemplate template, @Value("${countersign.upload-within:PT2M}") Duration uploadWithin) {
    return new JdbcOutgoing(template, uploadWithin);
  }

  @Bean
  Acknowledging acknowledging(
      Lifecycle lifecycle,
      JdbcTemplate template,
      PlatformTransactionManager manager,
      Authority authority,
      Sealer sealer,
      JdbcOutgoing outgoing) {
    JdbcAcknowledgements rows =
        new JdbcAcknowledgements(new TransactionTemplate(manager), template);
    return new Acknowledging(lifecycle, new Acknowledgements(rows, authority), sealer, outgoing);
  }

  @Bean
  Releasing releasing(
      Authority authority,
      Disclosures disclosures,
      Accounting accounting,
      Vault vault,
      JdbcTemplate template) {
    return new Releasing(authority, disclosures, accounting, vault, new JdbcResponses(template));
  }

  @Bean
  Sealing sealing(
      Lifecycle lifecycle,
      LedgerReader ledger,
      Vault vault,
      Sealer sealer,
      JdbcTemplate template,
      JdbcOutgoing outgoing) {
    return new Sealing(lifecycle, ledger, vault, sealer, new JdbcResponses(template), outgoing);
  }

  @Bean
  Dispatching dispatching(
      Lifecycle lifecycle,
      StopsLock lock,
      JdbcTemplate template,
      FileProgress progress,
      Obstacles obstacles,
      JdbcOutgoing outgoing) {
    return new Dispatching(
        lifecycle, lock, outgoing, new JdbcResponses(template), progress, obstacles);
  }
}
