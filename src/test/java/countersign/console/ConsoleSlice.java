package countersign.console;

import countersign.accounts.AccessFixtures;
import countersign.authority.ActionSignatures;
import countersign.authority.Authority;
import countersign.authority.IntakeCapacity;
import countersign.authority.SignedRegister;
import countersign.authority.TestRegister;
import countersign.delivery.DeliveryFixtures;
import countersign.delivery.DeliveryParts;
import countersign.delivery.JdbcRecallNotices;
import countersign.intake.AcknowledgementsDue;
import countersign.journal.UploadJournal;
import countersign.lifecycle.WorkQueue;
import countersign.operations.BackgroundPart;
import countersign.operations.Inboxes;
import countersign.operations.Queues;
import countersign.pause.PartnerPauses;
import countersign.pause.PauseFixtures;
import countersign.pgp.SecretKey;
import countersign.routeproof.RouteProof;
import countersign.routeproof.Verdict;
import countersign.sealing.Resealing;
import countersign.statement.SealingKeys;
import countersign.stops.StopPreviews;
import countersign.stops.StopValues;
import countersign.stops.Stops;
import countersign.stops.StopsFixtures;
import countersign.testkit.ConsoleCases;
import countersign.testkit.SettableClock;
import countersign.testkit.World;
import countersign.vault.Vault;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The console with its own beans, the real database, lifecycle, intake and approvals, and what lies
 * behind its ports played.
 */
// Lies in a scanned package: only its own tests may wake it.
@ConditionalOnProperty(name = "countersign.slice", havingValue = "console")
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.apache.camel.spring.boot.CamelAutoConfiguration",
      "org.springframework.boot.activemq.autoconfigure.ActiveMQAutoConfiguration",
      "org.springframework.boot.jms.autoconfigure.JmsAutoConfiguration"
    })
@ComponentScan(
    excludeFilters =
        @Filter(type = FilterType.REGEX, pattern = ".*\\.AccountsDatabaseConfiguration"),
    basePackages = {
      "countersign.access",
      "countersign.accounts",
      "countersign.administration",
      "countersign.accounting",
      "countersign.approval",
      "countersign.casework",
      "countersign.followup",
      "countersign.receipts",
      "countersign.recall",
      "countersign.incidents",
      "countersign.oversight",
      "countersign.reviewdesk",
      "countersign.disclosure",
      "countersign.queues",
      "countersign.statement",
      "countersign.console",
      "countersign.intake",
      "countersign.operations",
      "countersign.monitoring",
      "countersign.ledger",
      "countersign.lifecycle",
      "countersign.verification"
    })
class ConsoleSlice {

  @Bean
  World world() {
    return new World();
  }

  @Bean
  UploadJournal uploadJournal(World world) {
    return world.journal();
  }

  @Bean
  DataSource dataSource(World world) {
    return world.database();
  }

  @Bean
  SettableClock clock(World world) {
    return world.clock();
  }

  @Bean
  Authority authority(World world) {
    return world.authority();
  }

  /** Most of the time of these tests would go into hashes of passwords. */
  @Bean
  @Primary
  PasswordEncoder fastHashes() {
    return AccessFixtures.fastHashes();
  }

  @Bean
  Supplier<Optional<SignedRegister>> signedRegister() {
    return () -> Optional.of(TestRegister.signed());
  }

  @Bean
  KeyPair checkpointKey() throws NoSuchAlgorithmException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @Bean
  AcknowledgementsDue acknowledgementsDue(DataSource dataSource) {
    return DeliveryFixtures.acknowledgementsOn(dataSource);
  }

  @Bean
  SealingKeys officerKeys(Authority authority) {
    return DeliveryFixtures.officerKeys(authority);
  }

  @Bean
  ConsoleCases cases(World world) {
    return world.console().cases();
  }

  @Bean
  Stops stops(World world) {
    return world.stops();
  }

  @Bean
  StopValues stopValues(World world) {
    return StopsFixtures.valuesOn(
        world.database(), world.authority(), world.vault(), world.clock());
  }

  @Bean
  StopPreviews stopPreviews(World world) {
    return StopsFixtures.previewsOn(world.database());
  }

  @Bean
  JdbcRecallNotices recallNotices(World world) {
    return DeliveryParts.recallNoticesOn(world);
  }

  @Bean
  Vault vault(World world) {
    return world.vault();
  }

  @Bean
  Resealing resealing(World world, ActionSignatures signatures) {
    return DeliveryParts.resealingOn(world, signatures);
  }

  /** Opens nothing here: the console decides files that were judged before. */
  @Bean
  SecretKey gatewayKey(World world) {
    return world.keys().gateway();
  }

  @Bean
  IntakeCapacity intakeCapacity() {
    return new IntakeCapacity(1, 1, 1);
  }

  @Bean
  Queues queues() {
    return stage ->
        stage.consumers() == WorkQueue.Consumers.QUEUE
            ? Optional.of(new Queues.Numbers(2, 1, Duration.ZERO))
            : Optional.empty();
  }

  @Bean
  BackgroundPart relayPart() {
    return Optional::empty;
  }

  @Bean
  BackgroundPart databasePart() {
    return Optional::empty;
  }

  @Bean
  BackgroundPart brokerQueues() {
    return Optional::empty;
  }

  @Bean
  BackgroundPart clockPart() {
    return Optional::empty;
  }

  @Bean
  BackgroundPart journalPart(UploadJournal journal) {
    return journal::fault;
  }

  @Bean
  BackgroundPart timedWork() {
    return Optional::empty;
  }

  @Bean
  Supplier<Verdict> runningRoutes() {
    Verdict shipped = RouteProof.of(Path.of("routes"), Set.of("dhs-ice"), Set.of());
    return () -> shipped;
  }

  @Bean
  PartnerPauses partnerPauses(World world) {
    return PauseFixtures.on(world.database(), world.clock());
  }

  @Bean
  PlayedReload partnerReload() {
    return new PlayedReload();
  }

  @Bean
  Inboxes inboxes(SettableClock clock) {
    return () ->
        List.of(
            new Inboxes.PartnerInbox(
                "dhs-ice",
                List.of("DHS-ICE_T_20261124_0004.req.ndjson.pgp"),
                clock.instant(),
                null,
                List.of(),
                List.of(
                    new Inboxes.Aside(
                        "unpublished-0123456789abcdef0123456789abcdef",
                        "NOT_FETCHED",
                        clock.instant()))),
            new Inboxes.PartnerInbox(
                "dhs-other", List.of(), null, "SFTP_DOWN", List.of(), List.of()));
  }
}
