package countersign.intake;

import countersign.accounting.Accounting;
import countersign.arrival.JdbcArrivals;
import countersign.authority.Authority;
import countersign.authority.IntakeCapacity;
import countersign.lifecycle.BulkRows;
import countersign.lifecycle.Leases;
import countersign.lifecycle.Lifecycle;
import countersign.pgp.Opener;
import countersign.pgp.SecretKey;
import countersign.screening.OpeningLimits;
import countersign.screening.PolicyScreeningRules;
import countersign.screening.RegisterScreeningPolicy;
import countersign.screening.ScreeningPolicy;
import countersign.screening.ScreeningRules;
import countersign.stops.KnownIds;
import countersign.stops.ScopeKeys;
import countersign.stops.StopCoverage;
import countersign.stops.Stops;
import countersign.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires this package; the gateway's key comes from the package that holds it. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  @Bean
  JdbcRequestGroups requestGroups(JdbcClient jdbc) {
    return new JdbcRequestGroups(jdbc);
  }

  @Bean
  Stores intakeStores(
      JdbcClient jdbc,
      BulkRows bulk,
      JdbcRequestGroups requestGroups,
      AcknowledgementsDue acknowledgements,
      Accounting accounting,
      Vault vault,
      Stops stops) {
    return new Stores(
        new JdbcArrivals(jdbc),
        new JdbcFiles(jdbc),
        new JdbcRequests(jdbc, bulk),
        new JdbcFileHistory(jdbc),
        requestGroups,
        acknowledgements,
        accounting,
        vault,
        stops);
  }

  @Bean
  ScreeningRules intakeRules(Authority authority) {
    return new PolicyScreeningRules(authority);
  }

  @Bean
  ScreeningPolicy screeningPolicy(Authority authority, ScreeningRules rules, Clock clock) {
    return new RegisterScreeningPolicy(authority, rules, clock);
  }

  /**
   * Threads that parse, screen and seal while the step's own thread decrypts and writes. Wrapped in
   * a record because Spring would use any bean of an executor's type as its task executor.
   */
  record Workers(ExecutorService executor) implements AutoCloseable {
    @Override
    public void close() {
      executor.shutdownNow();
    }
  }

  @Bean
  Workers screeningWorkers() {
    int workers = Math.max(2, Runtime.getRuntime().availableProcessors());
    return new Workers(
        Executors.newFixedThreadPool(
            workers,
            task -> {
              Thread thread = new Thread(task, "screening");
              thread.setDaemon(true);
              return thread;
            }));
  }

  @Bean
  ScreeningAccounting screeningAccounting(Stores intakeStores, Workers screeningWorkers) {
    return new ScreeningAccounting(intakeStores, screeningWorkers.executor());
  }

  @Bean
  Supplier<Opener> requestOpener(
      SecretKey gatewayKey, Authority authority, IntakeCapacity capacity) {
    return () -> new Opener(List.of(gatewayKey), OpeningLimits.of(authority, capacity));
  }

  @Bean
  FileReader fileReader(
      Stores intakeStores,
      ScreeningPolicy screeningPolicy,
      Supplier<Opener> requestOpener,
      Workers screeningWorkers,
      ScreeningAccounting screeningAccounting) {
    return new FileReader(
        intakeStores,
        screeningPolicy,
        requestOpener,
        screeningWorkers.executor(),
        screeningAccounting);
  }

  /** Size of the largest file that is kept, by the partner's id. */
  @Bean
  ToLongFunction<String> maxSealedBytes(Authority authority, IntakeCapacity capacity) {
    return partner ->
        authority
            .partner(partner)
            .map(known -> known.settings().maxSealedBytes(capacity.maxSealedBytes()))
            .orElse(capacity.maxSealedBytes());
  }

  @Bean
  ReceiveStep receiveStep(
      Lifecycle lifecycle,
      Leases leases,
      Stores intakeStores,
      ScreeningPolicy screeningPolicy,
      ToLongFunction<String> maxSealedBytes) {
    return new ReceiveStep(lifecycle, leases, intakeStores, screeningPolicy, maxSealedBytes);
  }

  @Bean
  FileProgress fileProgress(Stores intakeStores, ScreeningPolicy screeningPolicy) {
    return new FileProgress(intakeStores, screeningPolicy);
  }

  @Bean
  Intake intake(
      Lifecycle lifecycle,
      Stores intakeStores,
      ReceiveStep receiveStep,
      FileReader fileReader,
      ScreeningPolicy screeningPolicy,
      ScreeningAccounting screeningAccounting) {
    return new Intake(
        lifecycle, intakeStores, receiveStep, fileReader, screeningPolicy, screeningAccounting);
  }

  @Bean
  ReceiptFiles receiptFiles(Stores intakeStores) {
    return new ReceiptFiles(intakeStores);
  }

  @Bean
  FileMoves fileMoves(
      Lifecycle lifecycle, Leases leases, Stores intakeStores, FileProgress fileProgress) {
    return new FileMoves(lifecycle, leases, intakeStores, fileProgress);
  }

  @Bean
  StopCoverage stopCoverage(JdbcClient jdbc) {
    return new JdbcStopCoverage(jdbc);
  }

  @Bean
  KnownIds knownIds(JdbcClient jdbc) {
    return new JdbcKnownIds(jdbc);
  }

  @Bean
  ScopeKeys scopeKeys(Vault vault, Clock clock) {
    return new StopKeys(vault, clock);
  }

  @Bean
  JdbcHeldRequests heldRequests(JdbcClient jdbc) {
    return new JdbcHeldRequests(jdbc);
  }

  @Bean
  HeldDecisions heldDecisions(
      Lifecycle lifecycle,
      Stores intakeStores,
      JdbcHeldRequests heldRequests,
      ScreeningPolicy screeningPolicy,
      ScreeningAccounting screeningAccounting,
      Clock clock) {
    return new HeldDecisions(
        lifecycle, intakeStores, heldRequests, screeningPolicy, screeningAccounting, clock);
  }

  @Bean
  HeldList heldItems(
      Stores intakeStores,
      JdbcHeldRequests heldRequests,
      ScreeningPolicy screeningPolicy,
      Authority authority) {
    return new HeldList(
        intakeStores,
        heldRequests,
        screeningPolicy,
        agreement ->
            authority.agreement(agreement).map(terms -> terms.schedule().decideHeldWithin()));
  }
}
