package countersign.delivery;

import countersign.accounting.Accounting;
import countersign.authority.ActionSignatures;
import countersign.authority.Authority;
import countersign.disclosure.Disclosures;
import countersign.intake.AcknowledgementsDue;
import countersign.intake.FileProgress;
import countersign.intake.JdbcRequestGroups;
import countersign.journal.PastFiles;
import countersign.journal.UploadJournal;
import countersign.ledger.LedgerReader;
import countersign.ledger.TamperAlarms;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import countersign.lifecycle.Work;
import countersign.pause.PartnerPauses;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import countersign.sealing.RecipientKeys;
import countersign.sealing.Recipients;
import countersign.sealing.SealVerification;
import countersign.sealing.SealedStore;
import countersign.stops.SignedLifts;
import countersign.stops.Stops;
import countersign.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring beans of this package. */
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
      RecipientKeys keys,
      ReleaseBlockers blockers,
      Delivery.Steps steps) {
    return new Delivery.Parts(
        new JdbcGroups(JdbcClient.create(template), requestGroups),
        new JdbcResponses(template),
        new JdbcAcknowledgements(new TransactionTemplate(manager), template),
        keys,
        blockers,
        steps);
  }

  @Bean
  AcknowledgementsDue acknowledgementsDue(JdbcClient jdbc) {
    return new JdbcAcknowledgementsDue(jdbc);
  }

  @Bean
  JdbcRecallNotices recallNotices(
      Lifecycle lifecycle,
      JdbcClient jdbc,
      RecipientKeys keys,
      Sealer sealer,
      SealedStore store,
      Clock clock) {
    return new JdbcRecallNotices(lifecycle, jdbc, keys, sealer, store, clock);
  }

  @Bean
  PastFiles pastFiles(JdbcClient jdbc, UploadJournal journal) {
    return new JdbcPastFiles(jdbc, journal);
  }

  /** Implements the ports of running uploads and of previews. */
  @Bean
  JdbcStopReach stopReach(JdbcClient jdbc) {
    return new JdbcStopReach(jdbc);
  }

  @Bean
  MissingStops lostStops(
      SecretKey gatewayKey,
      Authority authority,
      Stops stops,
      LedgerReader ledger,
      TamperAlarms alarms) {
    SignedLifts lifts = new SignedLifts(new ActionSignatures(gatewayKey.fingerprint(), authority));
    return new MissingStops(ledger, stops, alarms, lifts);
  }

  @Bean
  JdbcFileOrigin fileOrigin(
      JdbcClient jdbc, Vault vault, LedgerReader ledger, TamperAlarms alarms) {
    return new JdbcFileOrigin(jdbc, vault, ledger, alarms);
  }

  @Bean
  ReleaseBlockers blockers(
      Authority authority,
      Stops stops,
      MissingStops lost,
      Disclosures disclosures,
      JdbcFileOrigin origin,
      UploadJournal journal) {
    return new ReleaseBlockers(authority, stops, lost, disclosures, origin, journal);
  }

  @Bean
  Delivery.Steps deliverySteps(
      AcknowledgeStep acknowledging,
      ReleaseStep releasing,
      SealCheck checking,
      SealStep sealing,
      SealVerification verifying,
      DispatchStep dispatching) {
    return new Delivery.Steps(acknowledging, releasing, checking, sealing, verifying, dispatching);
  }

  @Bean
  Recipients recipients(
      Disclosures disclosures, JdbcTemplate template, RecipientKeys recipientKeys) {
    return new Recipients(disclosures, new JdbcResponses(template)::answered, recipientKeys);
  }

  @Bean
  JdbcOutgoing outgoing(
      JdbcTemplate template,
      Authority authority,
      @Value("${countersign.upload-within:PT2M}") Duration uploadWithin) {
    return new JdbcOutgoing(
        template,
        uploadWithin,
        partner ->
            authority
                .partner(partner)
                .flatMap(known -> Optional.ofNullable(known.settings().maxBytesPerSecond())));
  }

  @Bean
  StoredResults storedResults(Vault vault, JdbcTemplate template) {
    return new StoredResults(vault, new JdbcResponses(template));
  }

  @Bean
  SealCheck checking(Disclosures disclosures, StoredResults results) {
    return new SealCheck(disclosures, results);
  }

  @Bean
  AcknowledgeStep acknowledging(
      Lifecycle lifecycle,
      JdbcTemplate template,
      PlatformTransactionManager manager,
      Authority authority,
      Sealer sealer,
      SealedStore store) {
    JdbcAcknowledgements rows =
        new JdbcAcknowledgements(new TransactionTemplate(manager), template);
    return new AcknowledgeStep(lifecycle, new Acknowledgements(rows, authority), sealer, store);
  }

  @Bean
  ReleaseStep releasing(
      Authority authority,
      Disclosures disclosures,
      Accounting accounting,
      Vault vault,
      JdbcTemplate template) {
    return new ReleaseStep(authority, disclosures, accounting, vault, new JdbcResponses(template));
  }

  @Bean
  SealStep sealing(
      Lifecycle lifecycle,
      LedgerReader ledger,
      Sealer sealer,
      JdbcTemplate template,
      SealedStore store,
      StoredResults results) {
    return new SealStep(lifecycle, ledger, sealer, new JdbcResponses(template), store, results);
  }

  @Bean
  UploadBlockers uploadBlockers(
      ReleaseBlockers blockers,
      Disclosures disclosures,
      PartnerPauses pauses,
      UploadJournal journal,
      SealCheck approvals,
      JdbcTemplate template) {
    return new UploadBlockers(
        new JdbcResponses(template), blockers, disclosures, pauses, journal, approvals);
  }

  @Bean
  DispatchStep dispatching(
      Lifecycle lifecycle,
      StopsLock lock,
      JdbcTemplate template,
      FileProgress progress,
      UploadBlockers blockers,
      JdbcOutgoing outgoing) {
    return new DispatchStep(
        lifecycle, lock, outgoing, new JdbcResponses(template), progress, blockers);
  }
}
